import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { releaseCoupon } from '#domain/coupons/index.ts'
import { append } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { insertEvent } from './events.ts'
import { outstanding, readFigures } from './lines.ts'
import { lockOrder } from './locks.ts'
import { moveOrder, type Move } from './move-order.ts'

const SETTLED = ['paid', 'part_refunded', 'refunded']

/**
 * After pieces were sent or given up: an order with nothing left to send is fulfilled, and completed once it is paid;
 * one of which nothing ever left is cancelled.
 */
export async function finish(ctx: Context, tx: Tx, actor: Actor, orderId: string): Promise<void> {
  const { shopId, memberId } = actor
  const order = await lockOrder(tx, shopId, orderId)
  const lines = await readFigures(tx, shopId, orderId)
  if (order?.state !== 'placed') return
  const sent = lines.some((line) => line.fulfilled > 0)
  const left = lines.some((line) => outstanding(line) > 0)
  if (!left && !sent) {
    await moveOrder(ctx, tx, shopId, order, { state: 'cancelled' })
    await releaseCoupon(tx, shopId, orderId)
    await insertEvent(ctx, tx, shopId, { orderId, kind: 'cancelled', actor: memberId })
    const subject = { kind: 'order', id: orderId } as const
    await append(ctx, tx, shopId, [
      { kind: 'order_cancelled', actor: memberId, subject, payload: { orderId } }
    ])
    return
  }
  const move: Move = {}
  const fulfilmentState = left ? 'part_fulfilled' : 'fulfilled'
  if (sent && order.fulfilmentState !== fulfilmentState) move.fulfilmentState = fulfilmentState
  if (!left && SETTLED.includes(order.paymentState)) move.state = 'completed'
  if (Object.keys(move).length) await moveOrder(ctx, tx, shopId, order, move)
}
