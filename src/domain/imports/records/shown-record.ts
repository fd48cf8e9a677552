import type { ContactDraft } from '#domain/contacts/index.ts'
import type { CouponInput } from '#domain/coupons/index.ts'
import type { PastOrderDraft } from '#domain/past-orders/index.ts'
import type { ImportKind } from './index.ts'

type Shown = { title: string; about: string | null; price: { from: number; to: number } | null }

/** What a preview shows of a record; sums of another currency than the shop's are not shown as the shop's. */
export function shownRecord(
  { kind, currency }: { kind: ImportKind; currency: string },
  value: unknown
): Shown {
  const priced = (amount: number) => ({ from: amount, to: amount })
  if (kind === 'customers') {
    const { key, email, name } = value as ContactDraft
    return { title: email ?? key, about: name || null, price: null }
  }
  if (kind === 'orders') {
    const order = value as PastOrderDraft
    return {
      title: order.number,
      about: order.name || order.email,
      price: order.currency === currency ? priced(order.total) : null
    }
  }
  const coupon = value as CouponInput
  const about = coupon.kind === 'percent' ? `${coupon.value} %` : null
  return { title: coupon.code, about, price: coupon.kind === 'amount' ? priced(coupon.value ?? 0) : null }
}
