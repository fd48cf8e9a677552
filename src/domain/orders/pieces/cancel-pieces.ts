import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { append, later, write, type Entry } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { callOff } from '../call-off.ts'
import { insertEvent, insertPaymentEvent } from '../events.ts'
import { finish } from '../finish.ts'
import { matchLines, outstanding, readFigures, type LineFigures, type Pieces } from '../lines.ts'
import { lockOrder } from '../locks.ts'
import type { LockedOrder } from '../order.ts'
import { receivePayment } from '../receive-payment.ts'
import { settleRefund } from '../refunds/settle-refund.ts'
import { takeLinesBack } from '../refunds/take-lines-back.ts'
import { cancelPiecesInput } from '../schema.ts'
import { payBack } from './pay-back.ts'
import { takeOff } from './take-off.ts'

type Input = z.output<typeof cancelPiecesInput>
export type CancelPiecesRefusal =
  'invalid' | 'not_found' | 'not_open' | 'order_changed' | 'too_many_pieces' | 'nothing_chosen'

/** `amount` is what is no longer owed for the pieces, or goes back for them. */
export type CancelledPieces = { amount: number; refundId: string | null }

/**
 * Pieces of an order will never be sent. Of an unpaid order less is owed; of a paid one their money goes back. With
 * the last piece the order is done, or called off as a whole if nothing of it ever left.
 */
export async function cancelPieces(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof cancelPiecesInput>
): Promise<Outcome<CancelledPieces, CancelPiecesRefusal>> {
  const parsed = parse(cancelPiecesInput, input)
  if (!parsed.ok) return parsed
  const { orderId, seen, lines: asked } = parsed.value
  const outcome = await write(ctx, actor.shopId, async (tx) => {
    const order = await lockOrder(tx, actor.shopId, orderId)
    if (!order) return refused('not_found')
    if (order.state !== 'placed') return refused('not_open')
    const lines = await readFigures(tx, actor.shopId, orderId)
    if ((seen ?? settledPieces(lines)) !== settledPieces(lines)) return refused('order_changed')
    const pieces = matchLines(lines, asked, outstanding)
    if (!pieces) return refused('too_many_pieces')
    if (pieces.length === 0) return refused('nothing_chosen')
    if (!isWhole(lines, pieces)) return done(await giveUp(ctx, tx, actor, order, pieces, parsed.value))
    const { captured, refunded } = order.payment
    const amount = order.paymentState === 'pending' ? order.total : captured - refunded
    const refundId = await callOff(ctx, tx, actor, order, parsed.value)
    return done({ amount, refundId: refundId ?? null })
  })
  if (outcome.ok && outcome.value.refundId) await settleRefund(ctx, actor.shopId, outcome.value.refundId)
  return outcome
}

/** Pieces that wait for nothing any more: what a page showed of them tells whether it is still true. */
const settledPieces = (lines: readonly LineFigures[]) =>
  lines.reduce((sum, { fulfilled, cancelled }) => sum + fulfilled + cancelled, 0)

/** Whether nothing was sent and nothing would be left to send. */
function isWhole(lines: readonly LineFigures[], pieces: Pieces): boolean {
  const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0)
  const left = sum(lines.map(outstanding)) - sum(pieces.map(({ quantity }) => quantity))
  return left === 0 && lines.every(({ fulfilled }) => fulfilled === 0)
}

async function giveUp(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  order: LockedOrder,
  pieces: Pieces,
  { reason, restock }: Input
): Promise<CancelledPieces> {
  const { shopId, memberId } = actor
  const owed = order.paymentState === 'pending'
  const left = owed ? await takeOff(ctx, tx, shopId, order, pieces) : undefined
  const back = left ? undefined : await payBack(ctx, tx, shopId, order, pieces, { reason, actor: memberId })
  const amount = left ? order.total - left.total : back!.amount
  await takeLinesBack(ctx, tx, shopId, { orderId: order.id, actor: memberId }, pieces, restock)
  await tell(ctx, tx, actor, order, pieces, { amount, reason, owed: left?.total ?? null })
  const sale = left?.total === 0 ? await receivePayment(ctx, tx, actor, left) : undefined
  await finish(ctx, tx, actor, order.id)
  await append(ctx, tx, shopId, [entryOf(actor, order, pieces, amount), ...(sale ? [sale] : [])])
  return { amount, refundId: back?.refundId ?? null }
}

const count = (pieces: Pieces) => pieces.reduce((sum, { quantity }) => sum + quantity, 0)

const entryOf = ({ memberId }: Actor, { id }: LockedOrder, pieces: Pieces, total: number): Entry => ({
  kind: 'pieces_cancelled',
  actor: memberId,
  subject: { kind: 'order', id },
  payload: { orderId: id, pieces: count(pieces), total }
})

/** Writes it into the order's history and its payment's, and a letter to the buyer. `owed` is what is still owed. */
async function tell(
  ctx: Context,
  tx: Tx,
  { shopId, memberId }: Actor,
  { id: orderId, payment }: LockedOrder,
  pieces: Pieces,
  what: { amount: number; reason: string; owed: number | null }
): Promise<void> {
  const lines = pieces.map(({ line, quantity }) => ({ lineId: line.id, quantity }))
  const data = { pieces: count(pieces), lines, ...what }
  const id = await insertEvent(ctx, tx, shopId, { orderId, kind: 'pieces_cancelled', actor: memberId, data })
  if (what.owed !== null) {
    const event = {
      paymentId: payment.id,
      key: `reduced:${id}`,
      kind: 'reduced',
      amount: what.amount
    } as const
    await insertPaymentEvent(ctx, tx, shopId, event)
  }
  await later(ctx, tx, shopId, 'order.letter', { orderId, letter: `pieces_cancelled:${id}` })
}
