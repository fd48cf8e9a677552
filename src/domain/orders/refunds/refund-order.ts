import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { finish } from '../finish.ts'
import { matchLines, readFigures, type Pieces } from '../lines.ts'
import { lockOrder } from '../locks.ts'
import type { LockedOrder } from '../order.ts'
import { refundInput } from '../schema.ts'
import { refundedBefore } from './refunded-before.ts'
import { settleRefund } from './settle-refund.ts'
import { startRefund } from './start-refund.ts'
import { takeLinesBack } from './take-lines-back.ts'
import { netOf, worthOf } from './worth.ts'

type Input = z.output<typeof refundInput>
export type RefundRefusal =
  'invalid' | 'not_found' | 'not_paid' | 'order_changed' | 'too_many_pieces' | 'refund_too_much'

/**
 * Gives money back, for pieces, for delivery, or a sum, never more than was paid. Pieces not yet sent are given up
 * first; `restock` says whether pieces can be sold again.
 */
export async function refundOrder(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof refundInput>
): Promise<Outcome<{ refundId: string; amount: number }, RefundRefusal>> {
  const parsed = parse(refundInput, input)
  if (!parsed.ok) return parsed
  const outcome = await write(ctx, actor.shopId, async (tx) => {
    const order = await lockOrder(tx, actor.shopId, parsed.value.orderId)
    if (!order) return refused('not_found')
    if (!['paid', 'part_refunded'].includes(order.paymentState)) return refused('not_paid')
    if ((parsed.value.seen ?? order.refunded) !== order.refunded) return refused('order_changed')
    return refundLocked(ctx, tx, actor, order, parsed.value)
  })
  if (outcome.ok) await settleRefund(ctx, actor.shopId, outcome.value.refundId)
  return outcome
}

async function refundLocked(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  order: LockedOrder,
  input: Input
): Promise<Outcome<{ refundId: string; amount: number }, RefundRefusal>> {
  const { shopId, memberId } = actor
  const figures = await readFigures(tx, shopId, order.id)
  const lines = matchLines(figures, input.lines, (line) => line.quantity - line.refunded)
  if (!lines) return refused('too_many_pieces')
  const before = await refundedBefore(tx, shopId, order.id)
  const draft = draftOf(order, lines, input, before)
  if (draft.amount < 1 || input.shipping > order.shipping - before.shipping) return tooMuch(order)
  const refundId = await startRefund(ctx, tx, shopId, order, { ...draft, actor: memberId })
  if (!refundId) return tooMuch(order)
  await takeLinesBack(ctx, tx, shopId, { orderId: order.id, actor: memberId }, lines, input.restock)
  await finish(ctx, tx, actor, order.id)
  return done({ refundId, amount: draft.amount })
}

function draftOf(order: LockedOrder, lines: Pieces, input: Input, before: { net: number; shipping: number }) {
  const worth = lines.map(({ line, quantity }) => worthOf(line, quantity))
  const returned = {
    amount: worth.reduce((sum, w) => sum + w.amount, 0),
    net: worth.reduce((sum, w) => sum + w.net, 0)
  }
  const amount = input.amount ?? returned.amount + input.shipping
  const { total, net, refunded } = order
  const was = { total, net, refunded, netRefunded: before.net }
  return {
    amount,
    shipping: input.shipping,
    net: netOf(was, amount, { ...returned, shipping: input.shipping }),
    lines: lines.map(({ line, quantity }, i) => ({ lineId: line.id, quantity, net: worth[i]!.net })),
    reason: input.reason
  }
}

const tooMuch = (order: LockedOrder) =>
  refused('refund_too_much', { left: order.payment.captured - order.payment.refunded })
