import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { releaseCoupon } from '#domain/coupons/index.ts'
import { append, later, write } from '#domain/ledger/index.ts'
import { releaseHold } from '#domain/stock/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { insertEvent } from './events.ts'
import { outstanding, readFigures, stepLines } from './lines.ts'
import { lockOrder } from './locks.ts'
import { moveOrder } from './move-order.ts'
import type { LockedOrder } from './order.ts'
import { refundedBefore } from './refunds/refunded-before.ts'
import { settleRefund } from './refunds/settle-refund.ts'
import { startRefund } from './refunds/start-refund.ts'
import { cancelInput } from './schema.ts'

export type CancelRefusal = 'invalid' | 'not_found' | 'not_open' | 'already_sent'

/** Calls an order off while nothing of it has left: its goods and coupon are free again, and money paid goes back. */
export async function cancelOrder(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof cancelInput>
): Promise<Outcome<{ refundId: string | null }, CancelRefusal>> {
  const parsed = parse(cancelInput, input)
  if (!parsed.ok) return parsed
  const { orderId, reason } = parsed.value
  const { shopId, memberId } = actor
  const outcome = await write(ctx, shopId, async (tx) => {
    const order = await lockOrder(tx, shopId, orderId)
    if (!order) return refused('not_found')
    if (order.fulfilmentState !== 'unfulfilled') return refused('already_sent')
    if (order.state !== 'placed') return refused('not_open')
    await callOff(ctx, tx, shopId, order)
    const data = { reason }
    await insertEvent(ctx, tx, shopId, { orderId, kind: 'cancelled', actor: memberId, data })
    const refundId = await refundRest(ctx, tx, shopId, order, memberId)
    await later(ctx, tx, shopId, 'order.letter', { orderId, letter: 'cancelled' })
    const entry = { kind: 'order_cancelled', actor: memberId, payload: { orderId } } as const
    await append(ctx, tx, shopId, [{ ...entry, subject: { kind: 'order', id: orderId } }])
    return done({ refundId: refundId ?? null })
  })
  if (outcome.ok && outcome.value.refundId) await settleRefund(ctx, shopId, outcome.value.refundId)
  return outcome
}

async function callOff(ctx: Context, tx: Tx, shopId: number, order: LockedOrder): Promise<void> {
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
  await releaseHold(tx, shopId, { orderId: order.id })
  await releaseCoupon(tx, shopId, order.id)
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
