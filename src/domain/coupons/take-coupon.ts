import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { hashSecret } from '#platform/ids.ts'
import type { Coupon } from './queries.ts'

/**
 * Uses a coupon for an order. The limit is one conditional UPDATE, once per person one unique index: whoever comes a
 * moment too late is refused, and a refusal leaves nothing behind. An e-mail address is kept only as its hash.
 */
export async function takeCoupon(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  shopId: number,
  coupon: Coupon,
  use: { orderId: string; email: string }
): Promise<'coupon_used_up' | 'coupon_used_by_you' | undefined> {
  const noted = await tx
    .insertInto('coupon_uses')
    .values({
      shop_id: shopId,
      coupon_id: coupon.id,
      order_id: use.orderId,
      email_key: coupon.oncePerEmail ? hashSecret(use.email.trim().toLowerCase()) : null,
      used_at: clock.now()
    })
    .onConflict((c) => c.doNothing())
    .returning('coupon_id')
    .executeTakeFirst()
  if (!noted) return 'coupon_used_by_you'
  const { numUpdatedRows } = await tx
    .updateTable('coupons')
    .set((eb) => ({ used: eb('used', '+', 1) }))
    .where('shop_id', '=', shopId)
    .where('id', '=', coupon.id)
    .where((eb) => eb.or([eb('max_uses', 'is', null), eb('used', '<', eb.ref('max_uses'))]))
    .executeTakeFirst()
  if (numUpdatedRows) return undefined
  await tx
    .deleteFrom('coupon_uses')
    .where('shop_id', '=', shopId)
    .where('order_id', '=', use.orderId)
    .execute()
  return 'coupon_used_up'
}

/** Gives back the use of an order that came to nothing. Giving it back again changes nothing. */
export async function releaseCoupon(tx: Tx, shopId: number, orderId: string): Promise<void> {
  const freed = await tx
    .deleteFrom('coupon_uses')
    .where('shop_id', '=', shopId)
    .where('order_id', '=', orderId)
    .returning('coupon_id')
    .executeTakeFirst()
  if (!freed) return
  await tx
    .updateTable('coupons')
    .set((eb) => ({ used: eb('used', '-', 1) }))
    .where('shop_id', '=', shopId)
    .where('id', '=', freed.coupon_id)
    .execute()
}
