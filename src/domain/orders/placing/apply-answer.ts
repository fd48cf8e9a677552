import type { Context } from '#context'
import type { ChargeAnswer } from '#domain/checkout/payment-provider.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done } from '#platform/outcome.ts'
import { lockOrderOfPayment } from '../locks.ts'
import type { LockedOrder } from '../order.ts'
import type { OrderState } from '../lifecycles.ts'
import { settleRefund } from '../refunds/settle-refund.ts'
import { fillLate } from './fill-late.ts'
import { giveUp } from './give-up.ts'
import { place } from './place.ts'

/** What came of asking for money; never_seen when the provider knows nothing of the attempt. */
export type Verdict = ChargeAnswer | { state: 'never_seen' }

export type Answered = { orderId: string; token: string; state: OrderState }

/**
 * Brings an order where its payment's answer leads, in one transaction. The same answer again changes nothing, and
 * it does not matter which process brings it: the one that asked, or a sweep after a crash.
 */
export async function applyAnswer(
  ctx: Context,
  shopId: number,
  paymentId: string,
  verdict: Verdict
): Promise<Answered> {
  const outcome = await write(ctx, shopId, async (tx) => {
    const order = await lockOrderOfPayment(tx, shopId, paymentId)
    if (!order) throw new Error(`Payment ${paymentId} has no order`)
    const { state, refundId } = await lead(ctx, tx, shopId, order, verdict)
    return done({ answered: { orderId: order.id, token: order.token, state }, refundId })
  })
  const { answered, refundId } = outcome.value
  if (refundId) await settleRefund(ctx, shopId, refundId)
  return answered
}

type Led = { state: OrderState; refundId?: string }

async function lead(
  ctx: Context,
  tx: Tx,
  shopId: number,
  order: LockedOrder,
  verdict: Verdict
): Promise<Led> {
  const paid = verdict.state === 'captured' || verdict.state === 'pending'
  if (order.paymentState === 'processing') {
    if (!paid) return giveUp(ctx, tx, shopId, order, verdict)
    return place(ctx, tx, shopId, order, verdict)
  }
  if (order.paymentState === 'void' && order.state === 'declined' && verdict.state === 'captured') {
    return fillLate(ctx, tx, shopId, order, verdict)
  }
  return { state: order.state }
}
