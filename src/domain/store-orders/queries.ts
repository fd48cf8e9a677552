import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import { isUuid } from '#platform/ids.ts'
import type { StoreOrderState } from './said.ts'

type Db = Pick<Context, 'db'>

/** An order in a store elsewhere. Sums are minor units of its own currency; `net` is what its goods earn now, null where it is no sale of ours. */
export type StoreOrderView = {
  id: string
  store: { id: string; name: string }
  outsideId: string
  number: string
  state: StoreOrderState
  /** Whether it came by a hand-over of this shop. */
  ours: boolean
  currency: string
  total: number
  goods: number
  refunded: number
  /** In the shop's currency, as results count it. */
  net: number | null
  heardBy: 'webhook' | 'import'
  placedAt: Date
  changedAt: Date
}

export type StoreOrderLine = {
  title: string
  sku: string | null
  outsideId: string | null
  productId: string | null
  quantity: number
  total: number
}

type Row = Omit<StoreOrderView, 'store'> & { storeId: string; storeName: string; key: string }

const listed = (shopId: number, where: RawBuilder<unknown>) => sql<Row>`
  select o.id, o.store_id as "storeId", s.name as "storeName", o.outside_id as "outsideId", o.number, o.state,
    o.hand_over_id is not null as ours, o.currency, o.total, o.goods, o.refunded,
    (o.told - o.told_back)::bigint as net, o.heard_by as "heardBy", o.placed_at as "placedAt",
    o.changed_at as "changedAt", o.placed_at::text as key
  from store_orders o join stores s on s.shop_id = ${shopId} and s.id = o.store_id
  where o.shop_id = ${shopId} and ${where}`

const toView = ({ storeId, storeName, key: _, ...row }: Row): StoreOrderView => ({
  ...row,
  store: { id: storeId, name: storeName }
})

const PAGE = 50

export type StoreOrderPage = {
  storeId?: string
  /** Only those that came from here; the others are kept and shown, and are no sales of ours. */
  ours?: boolean
  cursor?: string | null
  limit?: number
}

/** Orders in stores elsewhere, newest first. */
export async function listStoreOrders(
  { db }: Db,
  shopId: number,
  { storeId, ours, cursor, limit = PAGE }: StoreOrderPage = {}
): Promise<{ orders: StoreOrderView[]; next: string | null }> {
  const after = decodeCursor(cursor, ['stamp', 'id'])
  if (storeId !== undefined && !isUuid(storeId)) return { orders: [], next: null }
  const where = sql.join(
    [
      sql`true`,
      ...(storeId ? [sql`o.store_id = ${storeId}`] : []),
      ...(ours ? [sql`o.hand_over_id is not null`] : []),
      ...(after ? [sql`(o.placed_at, o.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : [])
    ],
    sql` and `
  )
  const { rows } = await sql<Row>`${listed(shopId, where)}
    order by o.placed_at desc, o.id desc limit ${limit + 1}`.execute(db)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { orders: rows.slice(0, limit).map(toView), next: last ? encodeCursor([last.key, last.id]) : null }
}

/** One order elsewhere with its lines. */
export async function findStoreOrder(
  { db }: Db,
  shopId: number,
  id: string
): Promise<(StoreOrderView & { lines: StoreOrderLine[] }) | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await listed(shopId, sql`o.id = ${id}`).execute(db)
  if (!rows[0]) return undefined
  const lines = await db
    .selectFrom('store_order_lines')
    .select(['title', 'sku', 'outside_id as outsideId', 'product_id as productId', 'quantity', 'total'])
    .where('shop_id', '=', shopId)
    .where('order_id', '=', id)
    .orderBy('n')
    .execute()
  return { ...toView(rows[0]), lines }
}
