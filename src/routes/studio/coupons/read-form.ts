import type { CouponInput } from '#domain/coupons/index.ts'
import { instantOf } from '#platform/local-time.ts'
import { parseMoney } from '#platform/money/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

type Fields = Record<string, string>

/** A coupon as the form gives it: sums as people type them, times on the shop's wall clock. */
export function couponInputOf(
  fields: Fields,
  shop: { currency: string; timezone: string }
): Outcome<CouponInput, 'invalid'> {
  const text = (name: string) => fields[name]?.trim() ?? ''
  const kind =
    (['percent', 'amount', 'free_shipping'] as const).find((one) => one === fields.kind) ?? 'percent'
  const value = readValue(kind, text('value'), shop.currency)
  const minGoods = text('minGoods') ? parseMoney(text('minGoods'), shop.currency) : 0
  const maxUses = text('maxUses') ? Number(text('maxUses')) : null
  const startsAt = text('startsAt') ? instantOf(text('startsAt'), shop.timezone) : null
  const endsAt = text('endsAt') ? instantOf(text('endsAt'), shop.timezone) : null
  const wrong = Object.entries({ value, minGoods, startsAt, endsAt }).find(([, read]) => read === undefined)
  if (wrong) return refused('invalid', { field: wrong[0] })
  return done({
    ...{ code: fields.code ?? '', kind, value, minGoods, maxUses, startsAt, endsAt },
    oncePerEmail: fields.oncePerEmail === 'on'
  })
}

function readValue(kind: CouponInput['kind'], text: string, currency: string): number | undefined {
  if (kind === 'free_shipping') return 0
  if (kind === 'amount') return parseMoney(text, currency)
  const percent = /^(\d{1,3})\s*%?$/.exec(text)?.[1]
  return percent === undefined ? undefined : Number(percent)
}
