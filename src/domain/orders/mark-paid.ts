import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { sourceOfOrder } from '#domain/attribution/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { insertEvent, insertPaymentEvent } from './events.ts'
import { finish } from './finish.ts'
import { lockOrder } from './locks.ts'
import { moveOrder } from './move-order.ts'
import { saleEntry } from './sale-entry.ts'

/** The money that was owed has come: by bank, by invoice, over the counter. Only now it is a sale. */
export async function markPaid(
  ctx: Context,
  actor: Actor,
  input: { orderId: string }
): Promise<Outcome<null, 'not_found' | 'not_pending'>> {
  const { shopId, memberId } = actor
  return write(ctx, shopId, async (tx) => {
    const order = await lockOrder(tx, shopId, input.orderId)
    if (!order) return refused('not_found')
    if (order.paymentState !== 'pending') return refused('not_pending')
    await moveOrder(ctx, tx, shopId, order, { paymentState: 'paid' })
    const { id: paymentId, amount } = order.payment
    await sql`update payments set captured = amount where shop_id = ${shopId} and id = ${paymentId}`.execute(
      tx
    )
    await insertPaymentEvent(ctx, tx, shopId, { paymentId, key: 'captured', kind: 'captured', amount })
    await insertEvent(ctx, tx, shopId, { orderId: order.id, kind: 'paid', actor: memberId, data: { amount } })
    await finish(ctx, tx, actor, order.id)
    const source = await sourceOfOrder(tx, shopId, order.id)
    await append(ctx, tx, shopId, [saleEntry(order, source)])
    return done(null)
  })
}
