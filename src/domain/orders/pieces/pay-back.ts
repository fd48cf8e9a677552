import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import type { Pieces } from '../lines.ts'
import type { LockedOrder } from '../order.ts'
import { refundedBefore } from '../refunds/refunded-before.ts'
import { startRefund } from '../refunds/start-refund.ts'
import { netOf, worthOf } from '../refunds/worth.ts'

/**
 * Promises back what was paid for pieces that will not be sent, as far as it has not gone back before. Answers how
 * much, and the refund to settle after the commit.
 */
export async function payBack(
  ctx: Context,
  tx: Tx,
  shopId: number,
  order: LockedOrder,
  pieces: Pieces,
  by: { reason: string; actor: string | null }
): Promise<{ amount: number; refundId: string | undefined }> {
  const lines = pieces.map(({ line, quantity }) => ({
    lineId: line.id,
    quantity,
    ...worthOf(line, quantity)
  }))
  const worth = lines.reduce((sum, line) => sum + line.amount, 0)
  const amount = Math.min(worth, order.payment.captured - order.payment.refunded)
  if (amount <= 0) return { amount: 0, refundId: undefined }
  const before = await refundedBefore(tx, shopId, order.id)
  const was = { total: order.total, net: order.net, refunded: order.refunded, netRefunded: before.net }
  const returned = { amount: worth, net: lines.reduce((sum, line) => sum + line.net, 0), shipping: 0 }
  const draft = { amount, net: netOf(was, amount, returned), lines, ...by }
  return { amount, refundId: await startRefund(ctx, tx, shopId, order, draft) }
}
