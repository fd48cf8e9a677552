import { sql } from 'kysely'
import type { Context } from '#context'
import { isUuid } from '#platform/ids.ts'

type Db = Pick<Context, 'db'>

/** Something a store said, and what became of it. */
export type StoreMessage = {
  id: string
  topic: string
  state: 'taken' | 'ignored' | 'refused'
  problem: string | null
  heardAt: Date
}

/** What a store said in the last thirty days, newest first. */
export async function listStoreMessages(
  { db }: Db,
  shopId: number,
  storeId: string,
  limit = 50
): Promise<StoreMessage[]> {
  if (!isUuid(storeId)) return []
  const rows = await db
    .selectFrom('store_messages')
    .select(['message_id as id', 'topic', 'state', 'problem', 'heard_at as heardAt'])
    .where('shop_id', '=', shopId)
    .where('store_id', '=', storeId)
    .orderBy('heard_at', 'desc')
    .orderBy('message_id', 'desc')
    .limit(limit)
    .execute()
  return rows as StoreMessage[]
}

/** What came of the carts that were handed over to a store in the last ninety days. */
export type StoreResults = {
  days: number
  handOvers: number
  /** Those of them that led to a paid order, of any currency. */
  converted: number
  orders: number
  /** Net, in the shop's currency. */
  revenue: number
  /** Paid orders from here in other currencies: kept and shown, and in no sum. */
  otherCurrency: number
}

const DAYS = 90

export async function storeResults(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  storeId: string
): Promise<StoreResults> {
  const since = new Date(clock.now().getTime() - DAYS * 86_400_000)
  const { rows } = await sql<Omit<StoreResults, 'days'>>`
    select
      (select count(*)::int from hand_overs h
        where h.shop_id = ${shopId} and h.store_id = ${storeId} and h.handed_at >= ${since}) as "handOvers",
      (select count(*)::int from hand_overs h
        where h.shop_id = ${shopId} and h.store_id = ${storeId} and h.handed_at >= ${since}
          and h.id in (select o.hand_over_id from store_orders o
            where o.shop_id = ${shopId} and o.store_id = ${storeId} and o.paid)) as converted,
      (select count(*)::int from store_orders o where o.shop_id = ${shopId} and o.store_id = ${storeId}
        and o.told is not null and o.placed_at >= ${since}) as orders,
      (select coalesce(sum(o.told - o.told_back), 0)::bigint from store_orders o where o.shop_id = ${shopId}
        and o.store_id = ${storeId} and o.told is not null and o.placed_at >= ${since}) as revenue,
      (select count(*)::int from store_orders o where o.shop_id = ${shopId} and o.store_id = ${storeId}
        and o.told is null and o.paid and o.hand_over_id is not null
        and o.placed_at >= ${since}) as "otherCurrency"`.execute(db)
  return { days: DAYS, ...rows[0]! }
}

/** Whether a replaced secret is still believed, and until when. */
export async function oldSecretUntil(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  storeId: string
): Promise<Date | null> {
  if (!isUuid(storeId)) return null
  const row = await db
    .selectFrom('stores')
    .select('old_secret_until as until')
    .where('shop_id', '=', shopId)
    .where('id', '=', storeId)
    .executeTakeFirst()
  return row?.until && row.until > clock.now() ? row.until : null
}
