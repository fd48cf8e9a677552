import type { Context } from '#context'
import { releaseCoupon } from '#domain/coupons/index.ts'
import { HOLD_MS, returnHold } from '#domain/stock/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { insertEvent, insertPaymentEvent } from '../events.ts'
import { moveOrder } from '../move-order.ts'
import type { LockedOrder } from '../order.ts'

/**
 * No money came: the cart is open again and holds its goods as before a little longer, the coupon can be used again,
 * and nothing was charged. An attempt nobody knows of is void, since its money could still turn up.
 */
export async function giveUp(
  ctx: Context,
  tx: Tx,
  shopId: number,
  order: LockedOrder,
  answer: { state: 'declined'; reason: string } | { state: 'never_seen' }
): Promise<{ state: 'declined' }> {
  const kind = answer.state === 'declined' ? 'declined' : 'void'
  await moveOrder(ctx, tx, shopId, order, { state: 'declined', paymentState: kind })
  const { id: paymentId, amount } = order.payment
  await insertPaymentEvent(ctx, tx, shopId, { paymentId, key: kind, kind, amount })
  const reason = answer.state === 'declined' ? answer.reason : 'no_answer'
  await insertEvent(ctx, tx, shopId, { orderId: order.id, kind: 'declined', actor: null, data: { reason } })
  await releaseCoupon(tx, shopId, order.id)
  const expiresAt = new Date(ctx.clock.now().getTime() + HOLD_MS)
  await returnHold(tx, shopId, { orderId: order.id, cartId: order.cartId, expiresAt })
  await tx
    .updateTable('carts')
    .set({ state: 'open', updated_at: ctx.clock.now() })
    .where('shop_id', '=', shopId)
    .where('id', '=', order.cartId)
    .where('state', '=', 'paying')
    .execute()
  return { state: 'declined' }
}
