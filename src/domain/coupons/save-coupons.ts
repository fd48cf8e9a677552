import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { couponInput, type CouponInput } from './schema.ts'

/**
 * Saves coupons in the caller's transaction, who keeps other imports of the shop out; codes must differ. One that is here
 * already gets what the file says, but never fewer uses than it has had.
 */
export async function saveCoupons(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  shopId: number,
  inputs: readonly CouponInput[]
): Promise<('created' | 'updated' | 'unchanged')[]> {
  const coupons = inputs.map((input) => couponInput.parse(input))
  const rows = await tx
    .selectFrom('coupons')
    .select([
      'id',
      'code',
      'kind',
      'value',
      'min_goods',
      'starts_at',
      'ends_at',
      'max_uses',
      'used',
      'once_per_email'
    ])
    .where('shop_id', '=', shopId)
    .where(({ eb, fn }) =>
      eb(
        fn<string>('upper', ['code']),
        'in',
        coupons.map(({ code }) => code)
      )
    ) // prettier-ignore
    .forUpdate()
    .execute()
  const known = new Map(rows.map((row) => [row.code.toUpperCase(), row]))
  const changes: ('created' | 'updated' | 'unchanged')[] = []
  for (const coupon of coupons) {
    const row = known.get(coupon.code)
    const columns = {
      kind: coupon.kind,
      value: coupon.kind === 'free_shipping' ? 0 : coupon.value,
      min_goods: coupon.minGoods,
      starts_at: coupon.startsAt ?? null,
      ends_at: coupon.endsAt ?? null,
      max_uses: coupon.maxUses ? Math.max(coupon.maxUses, row?.used ?? 0) : null,
      once_per_email: coupon.oncePerEmail
    }
    if (!row) {
      const { code } = coupon
      await tx.insertInto('coupons').values({ ...columns, shop_id: shopId, id: ctx.ids.next(), code, created_at: ctx.clock.now() }).execute() // prettier-ignore
      changes.push('created')
    } else if (
      Object.entries(columns).every(([name, value]) => same(value, row[name as keyof typeof columns]))
    )
      changes.push('unchanged')
    else {
      await tx
        .updateTable('coupons')
        .set(columns)
        .where('shop_id', '=', shopId)
        .where('id', '=', row.id)
        .execute()
      changes.push('updated')
    }
  }
  return changes
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
