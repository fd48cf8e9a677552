import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { append, later, write, type Entry } from '#domain/ledger/index.ts'
import { commitStock } from '#domain/stock/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { insertEvent } from './events.ts'
import { finish } from './finish.ts'
import { matchLines, outstanding, readFigures, stepLines, type LineFigures, type Pieces } from './lines.ts'
import { lockOrder } from './locks.ts'
import { fulfilInput } from './schema.ts'

type Input = z.output<typeof fulfilInput>
export type FulfilRefusal =
  | 'invalid'
  | 'not_found'
  | 'not_open'
  | 'order_changed'
  | 'too_many_pieces'
  | 'nothing_chosen'
  | 'nothing_left'

/** Pieces of an order are sent or handed over; they leave the stock now. Everything that is left, if none are named. */
export async function fulfilOrder(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof fulfilInput>
): Promise<Outcome<{ fulfilmentId: string }, FulfilRefusal>> {
  const parsed = parse(fulfilInput, input)
  if (!parsed.ok) return parsed
  const { orderId } = parsed.value
  const { shopId, memberId } = actor
  return write(ctx, shopId, async (tx) => {
    const order = await lockOrder(tx, shopId, orderId)
    if (!order) return refused('not_found')
    if (order.state !== 'placed') return refused('not_open')
    const lines = await readFigures(tx, shopId, orderId)
    const sent = lines.reduce((sum, { fulfilled }) => sum + fulfilled, 0)
    if ((parsed.value.seen ?? sent) !== sent) return refused('order_changed')
    const pieces = parsed.value.lines ? matchLines(lines, parsed.value.lines, outstanding) : rest(lines)
    if (!pieces) return refused('too_many_pieces')
    if (pieces.length === 0) return refused(parsed.value.lines ? 'nothing_chosen' : 'nothing_left')
    const fulfilmentId = await send(ctx, tx, actor, parsed.value, pieces)
    await finish(ctx, tx, actor, orderId)
    const letter = `fulfilled:${fulfilmentId}`
    await later(ctx, tx, shopId, 'order.letter', { orderId, letter })
    const subject = { kind: 'order', id: orderId } as const
    const entry: Entry = { kind: 'fulfilment', actor: memberId, subject, payload: { orderId } }
    await append(ctx, tx, shopId, [entry])
    return done({ fulfilmentId })
  })
}

const rest = (lines: readonly LineFigures[]): Pieces =>
  lines.map((line) => ({ line, quantity: outstanding(line) })).filter(({ quantity }) => quantity > 0)

async function send(ctx: Context, tx: Tx, actor: Actor, input: Input, pieces: Pieces): Promise<string> {
  const { shopId, memberId } = actor
  const { orderId, carrier, tracking } = input
  const id = ctx.ids.next()
  const lines = pieces.map(({ line, quantity }) => ({ lineId: line.id, quantity }))
  await tx
    .insertInto('fulfilments')
    .values({
      ...{ shop_id: shopId, id, order_id: orderId, lines: JSON.stringify(lines) },
      ...{ carrier: carrier || null, tracking: tracking || null },
      ...{ created_by: memberId, created_at: ctx.clock.now() }
    })
    .execute()
  const steps = lines.map(({ lineId, quantity }) => ({
    lineId,
    fulfilled: quantity,
    refunded: 0,
    cancelled: 0
  }))
  await stepLines(tx, shopId, orderId, steps)
  const amounts = pieces.map(({ line, quantity }) => ({ variantId: line.variantId, quantity }))
  await commitStock(ctx, tx, shopId, { orderId, actor: memberId }, amounts)
  const sent = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const data = { pieces: sent, carrier, tracking }
  await insertEvent(ctx, tx, shopId, { orderId, kind: 'fulfilled', actor: memberId, data })
  return id
}
