import type { Context } from '#context'
import { lockCartById, readOrderWants } from '../wants.ts'
import { findCoupon, takeCoupon } from '#domain/coupons/index.ts'
import { later } from '#domain/ledger/index.ts'
import { releaseHold, reserveStock } from '#domain/stock/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { insertEvent, insertPaymentEvent } from '../events.ts'
import type { LockedOrder } from '../order.ts'
import { startRefund } from '../refunds/start-refund.ts'
import { numberOrder, place, type Paid } from './place.ts'

/**
 * The money of an attempt we had given up turned up after all. If the cart is still open and everything is still to
 * be had, the order is placed. Otherwise it is cancelled, the buyer is told, and all of the money goes back.
 */
export async function fillLate(
  ctx: Context,
  tx: Tx,
  shopId: number,
  order: LockedOrder,
  answer: Paid
): Promise<{ state: 'placed' | 'cancelled'; refundId?: string }> {
  if (await canFill(ctx, tx, shopId, order)) return place(ctx, tx, shopId, order, answer)
  await releaseHold(tx, shopId, { orderId: order.id })
  await numberOrder(ctx, tx, shopId, order, { state: 'cancelled', paymentState: 'paid', ref: answer.ref })
  const { id: paymentId, amount } = order.payment
  const event = { paymentId, key: 'captured', kind: 'captured', amount, ref: answer.ref } as const
  await insertPaymentEvent(ctx, tx, shopId, event)
  await insertEvent(ctx, tx, shopId, { orderId: order.id, kind: 'unfillable', actor: null })
  await later(ctx, tx, shopId, 'order.letter', { orderId: order.id, letter: 'unfillable' })
  const paid: LockedOrder = {
    ...order,
    paymentState: 'paid',
    payment: { ...order.payment, captured: amount, ref: answer.ref }
  }
  const refund = { amount, net: 0, lines: [], reason: 'unfillable', actor: null }
  const refundId = amount > 0 ? await startRefund(ctx, tx, shopId, paid, refund) : undefined
  return { state: 'cancelled', refundId }
}

async function canFill(ctx: Context, tx: Tx, shopId: number, order: LockedOrder): Promise<boolean> {
  const cart = await lockCartById(tx, shopId, order.cartId)
  if (cart?.state !== 'open') return false
  await releaseHold(tx, shopId, { cartId: order.cartId })
  const { wants, free } = await readOrderWants(tx, shopId, order.id)
  const prefer = order.rate.locationId
  const short = await reserveStock(ctx, tx, shopId, { orderId: order.id, wants, prefer })
  if (short.some(({ variantId }) => !free.has(variantId))) return false
  if (!order.couponCode) return true
  const coupon = await findCoupon(tx, shopId, order.couponCode)
  if (!coupon) return false
  return (await takeCoupon(ctx, tx, shopId, coupon, { orderId: order.id, email: order.email })) === undefined
}
