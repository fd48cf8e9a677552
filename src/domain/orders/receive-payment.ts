import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { sourceOfOrder } from '#domain/attribution/index.ts'
import type { Entry } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { insertEvent, insertPaymentEvent } from './events.ts'
import { finish } from './finish.ts'
import { moveOrder } from './move-order.ts'
import type { LockedOrder } from './order.ts'
import { saleEntry } from './sale-entry.ts'

/** The money a locked order was owed is ours. Answers the sale, which its caller appends last. */
export async function receivePayment(ctx: Context, tx: Tx, actor: Actor, order: LockedOrder): Promise<Entry> {
  const { shopId, memberId } = actor
  await moveOrder(ctx, tx, shopId, order, { paymentState: 'paid' })
  const { id: paymentId, amount } = order.payment
  await sql`update payments set captured = amount where shop_id = ${shopId} and id = ${paymentId}`.execute(tx)
  await insertPaymentEvent(ctx, tx, shopId, { paymentId, key: 'captured', kind: 'captured', amount })
  await insertEvent(ctx, tx, shopId, { orderId: order.id, kind: 'paid', actor: memberId, data: { amount } })
  await finish(ctx, tx, actor, order.id)
  return saleEntry(order, await sourceOfOrder(tx, shopId, order.id))
}
