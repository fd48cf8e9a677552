import type { Context } from '#context'
import { sourceOfOrder } from '#domain/attribution/index.ts'
import { append, later, write, type Entry } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done } from '#platform/outcome.ts'
import { insertEvent, insertPaymentEvent } from '../events.ts'

const RETRY_MS = 60_000

/**
 * Sends a promised refund to its provider under the refund's own id, which the provider honours once, and writes
 * down that it went. What the provider cannot do now is tried again by the sweep. Answers whether it is done.
 */
export async function settleRefund(ctx: Context, shopId: number, refundId: string): Promise<boolean> {
  const refund = await findOpen(ctx, shopId, refundId)
  if (!refund) return true
  try {
    const provider = ctx.payments.get(refund.provider)
    if (!provider) throw new Error(`no provider ${refund.provider}`)
    const { amount, currency, ref, paymentId } = refund
    const back = { shopId, key: refundId, chargeKey: paymentId, ref: ref ?? '', amount: { amount, currency } }
    const sent = await provider.refund(back)
    await write(ctx, shopId, async (tx) => done(await close(ctx, tx, shopId, refundId, refund, sent.ref)))
    return true
  } catch (error) {
    ctx.log.warn({ refundId, error: String(error) }, 'refund will be tried again')
    await noteProblem(ctx, shopId, refundId, error)
    return false
  }
}

/** Tries refunds again that have waited a minute. Answers how many went. */
export async function settleRefunds(ctx: Context, shopId: number): Promise<number> {
  const due = await ctx.db
    .selectFrom('refunds')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('state', '=', 'processing')
    .where('updated_at', '<=', new Date(ctx.clock.now().getTime() - RETRY_MS))
    .orderBy('updated_at')
    .limit(100)
    .execute()
  let sent = 0
  for (const { id } of due) if (await settleRefund(ctx, shopId, id)) sent++
  return sent
}

type OpenRefund = NonNullable<Awaited<ReturnType<typeof findOpen>>>

const findOpen = (ctx: Context, shopId: number, refundId: string) =>
  ctx.db
    .selectFrom('refunds as r')
    .innerJoin('payments as p', (join) =>
      join.on('p.shop_id', '=', shopId).onRef('p.id', '=', 'r.payment_id')
    )
    .innerJoin('orders as o', (join) => join.on('o.shop_id', '=', shopId).onRef('o.id', '=', 'r.order_id'))
    .select(['r.amount', 'r.net', 'r.reason', 'r.order_id as orderId', 'r.created_by as createdBy'])
    .select(['p.id as paymentId', 'p.provider', 'p.provider_ref as ref', 'o.currency'])
    .where('r.shop_id', '=', shopId)
    .where('r.id', '=', refundId)
    .where('r.state', '=', 'processing')
    .executeTakeFirst()

async function close(
  ctx: Context,
  tx: Tx,
  shopId: number,
  refundId: string,
  refund: OpenRefund,
  ref: string
): Promise<void> {
  const closed = await tx
    .updateTable('refunds')
    .set({ state: 'done', provider_ref: ref, problem: null, updated_at: ctx.clock.now() })
    .where('shop_id', '=', shopId)
    .where('id', '=', refundId)
    .where('state', '=', 'processing')
    .returning('id')
    .executeTakeFirst()
  if (!closed) return
  const { orderId, paymentId, amount, createdBy, reason } = refund
  const event = { paymentId, key: `refund:${refundId}`, kind: 'refunded', amount, ref } as const
  await insertPaymentEvent(ctx, tx, shopId, event)
  const data = { refundId, amount }
  await insertEvent(ctx, tx, shopId, { orderId, kind: 'refunded', actor: createdBy, data })
  // An order that never stood was told of its refund in one letter, and never was a sale.
  if (reason === 'unfillable') return
  await later(ctx, tx, shopId, 'order.letter', { orderId, letter: `refunded:${refundId}` })
  const source = await sourceOfOrder(tx, shopId, orderId)
  const entry: Entry = {
    ...{ kind: 'refund', actor: createdBy, subject: { kind: 'order', id: orderId }, source },
    ...{ amount: -refund.net, payload: { orderId, total: amount }, dedupeKey: `refund:${refundId}` }
  }
  await append(ctx, tx, shopId, [entry])
}

async function noteProblem(ctx: Context, shopId: number, refundId: string, error: unknown): Promise<void> {
  await ctx.db
    .updateTable('refunds')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      problem: String(error).slice(0, 200),
      updated_at: ctx.clock.now()
    }))
    .where('shop_id', '=', shopId)
    .where('id', '=', refundId)
    .where('state', '=', 'processing')
    .execute()
}
