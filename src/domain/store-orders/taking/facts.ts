import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { SaidRefund } from '../said.ts'
import type { Hearing } from './store-order.ts'

/** What was told of an order beside the order itself, put together. */
export type Facts = {
  /** How much went back altogether. */
  refunded: number
  /** Every refund known by itself, at its own time. */
  refunds: { total: number; at: Date }[]
  /** How much a file said went back altogether, if one did. */
  atLeast: { total: number; at: Date } | undefined
  /** When it was deleted, unless it was restored since. */
  deletedAt: Date | null
}

type Fact = {
  kind: 'refund' | 'refunded' | 'deleted' | 'restored'
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

/** That an order is gone, or back again: the newer one stands. */
export const presenceFact = (kind: 'deleted' | 'restored', at: Date): Fact => ({
  kind,
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
  const { rows } = await sql<Fact>`
    select kind, outside_id as "outsideId", total, currency, told_at as at from store_order_facts
    where shop_id = ${shopId} and store_id = ${storeId} and order_outside_id = ${outsideId}
      and (currency = ${currency} or currency is null)
    order by told_at, kind, outside_id`.execute(tx)
  const refunds = rows.filter(({ kind }) => kind === 'refund')
  const atLeast = rows.find(({ kind }) => kind === 'refunded')
  const [deleted, restored] = ['deleted', 'restored'].map(
    (what) => rows.find(({ kind }) => kind === what)?.at
  )
  return {
    refunded: Math.max(
      refunds.reduce((sum, { total }) => sum + total, 0),
      atLeast?.total ?? 0
    ),
    refunds,
    atLeast,
    deletedAt: deleted && (!restored || deleted > restored) ? deleted : null
  }
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
