import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { releaseCoupon } from '#domain/coupons/index.ts'
import { append, later } from '#domain/ledger/index.ts'
import { dropStock, releaseHold, type Amounts } from '#domain/stock/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { insertEvent } from './events.ts'
import { outstanding, readFigures, stepLines } from './lines.ts'
import { moveOrder } from './move-order.ts'
import type { LockedOrder } from './order.ts'
import { refundedBefore } from './refunds/refunded-before.ts'
import { startRefund } from './refunds/start-refund.ts'

/**
 * Calls off a whole locked order that nothing has left of: nothing is owed, and what was paid goes back, delivery too.
 * Answers the refund to settle after the commit.
 */
export async function callOff(
  ctx: Context,
  tx: Tx,
  { shopId, memberId }: Actor,
  order: LockedOrder,
  { reason, restock }: { reason: string; restock: boolean }
): Promise<string | undefined> {
  const orderId = order.id
  const lines = await giveUpAll(ctx, tx, shopId, order)
  if (!restock) await dropStock(ctx, tx, shopId, { orderId, actor: memberId }, lines)
  await releaseHold(tx, shopId, { orderId })
  await insertEvent(ctx, tx, shopId, { orderId, kind: 'cancelled', actor: memberId, data: { reason } })
  const refundId = await refundRest(ctx, tx, shopId, order, memberId)
  await later(ctx, tx, shopId, 'order.letter', { orderId, letter: 'cancelled' })
  const entry = { kind: 'order_cancelled', actor: memberId, payload: { orderId } } as const
  await append(ctx, tx, shopId, [{ ...entry, subject: { kind: 'order', id: orderId } }])
  return refundId
}

async function giveUpAll(ctx: Context, tx: Tx, shopId: number, order: LockedOrder): Promise<Amounts> {
  const pending = order.paymentState === 'pending'
  await moveOrder(ctx, tx, shopId, order, { state: 'cancelled', ...(pending && { paymentState: 'void' }) })
  const lines = await readFigures(tx, shopId, order.id)
  const steps = lines.map((line) => ({
    lineId: line.id,
    fulfilled: 0,
    refunded: line.quantity - line.refunded,
    cancelled: outstanding(line)
  }))
  await stepLines(tx, shopId, order.id, steps)
  await releaseCoupon(tx, shopId, order.id)
  return lines.map((line) => ({ variantId: line.variantId, quantity: outstanding(line) }))
}

async function refundRest(
  ctx: Context,
  tx: Tx,
  shopId: number,
  order: LockedOrder,
  actor: string | null
): Promise<string | undefined> {
  const amount = order.payment.captured - order.payment.refunded
  if (amount <= 0) return undefined
  const before = await refundedBefore(tx, shopId, order.id)
  const rest = { net: order.net - before.net, shipping: order.shipping - before.shipping }
  return startRefund(ctx, tx, shopId, order, { amount, ...rest, lines: [], reason: 'cancelled', actor })
}
