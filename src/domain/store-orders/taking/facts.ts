import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { SaidRefund } from '../said.ts'
import type { Hearing } from './store-order.ts'

/** What was told of an order beside the order itself, put together. */
export type Facts = { refunded: number; deletedAt: Date | null }

type Fact = {
  kind: 'refund' | 'refunded' | 'deleted'
  outsideId: string
  total: number
  currency: string | null
  at: Date
}

export const refundFact = ({ outsideId, total, currency, at }: SaidRefund): Fact => ({
  kind: 'refund',
  ...{ outsideId, total, currency, at }
})

/** A file says how much went back altogether: it is never less than that. */
export const refundedFact = (total: number, currency: string, at: Date): Fact => ({
  kind: 'refunded',
  ...{ outsideId: '', total, currency, at }
})

export const deletedFact = (at: Date): Fact => ({
  kind: 'deleted',
  ...{ outsideId: '', total: 0, currency: null, at }
})

/** Writes facts; told again, the greater one stands, so that neither repeats nor their order matter. */
export async function insertFacts(
  tx: Tx,
  { shopId, storeId }: Hearing,
  orderId: string,
  facts: readonly Fact[]
): Promise<void> {
  for (const { kind, outsideId, total, currency, at } of facts)
    await sql`
      insert into store_order_facts as f
        (shop_id, store_id, order_outside_id, kind, outside_id, total, currency, told_at)
      values (${shopId}, ${storeId}, ${orderId}, ${kind}, ${outsideId}, ${total}, ${currency}, ${at})
      on conflict (shop_id, store_id, order_outside_id, kind, outside_id) do update
        set total = greatest(f.total, excluded.total), told_at = greatest(f.told_at, excluded.told_at)`.execute(
      tx
    )
}

export async function readFacts(
  tx: Tx,
  { shopId, storeId }: Hearing,
  { outsideId, currency }: { outsideId: string; currency: string }
): Promise<Facts> {
  const { rows } = await sql<Facts>`
    select greatest(coalesce(sum(total) filter (where kind = 'refund' and currency = ${currency}), 0),
        coalesce(max(total) filter (where kind = 'refunded' and currency = ${currency}), 0))::bigint as refunded,
      max(told_at) filter (where kind = 'deleted') as "deletedAt"
    from store_order_facts
    where shop_id = ${shopId} and store_id = ${storeId} and order_outside_id = ${outsideId}`.execute(tx)
  return rows[0]!
}

/** An order that a file knew by its number only has an id now, and so has what was told of it. */
export async function moveFacts(
  tx: Tx,
  { shopId, storeId }: Hearing,
  { from, to }: { from: string; to: string }
): Promise<void> {
  await sql`
    insert into store_order_facts as f
      (shop_id, store_id, order_outside_id, kind, outside_id, total, currency, told_at)
    select shop_id, store_id, ${to}, kind, outside_id, total, currency, told_at from store_order_facts
    where shop_id = ${shopId} and store_id = ${storeId} and order_outside_id = ${from}
    on conflict (shop_id, store_id, order_outside_id, kind, outside_id) do update
      set total = greatest(f.total, excluded.total), told_at = greatest(f.told_at, excluded.told_at)`.execute(
    tx
  )
  await tx
    .deleteFrom('store_order_facts')
    .where('shop_id', '=', shopId)
    .where('store_id', '=', storeId)
    .where('order_outside_id', '=', from)
    .execute()
}
