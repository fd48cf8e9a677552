import type { Context } from '#context'
import { exponentOf } from '#platform/money/index.ts'
import { BATCH, byKey, decimal, iso, type Cell, type Export, type Wanted } from './export.ts'

type Line = {
  outsideId: string | null
  sku: string | null
  title: string
  quantity: number
  earned: number
  productId: string | null
  variantId: string | null
}

/** An order in a store elsewhere: sums in its own currency, `net` as results count it in the shop's; null where it is no sale of ours. */
export type StoreOrderRecord = {
  id: string
  store: { id: string; name: string }
  outsideId: string
  number: string
  placedAt: string | null
  changedAt: string | null
  state: string
  ours: boolean
  currency: string
  total: number
  goods: number
  refunded: number
  net: number | null
  lines: Line[]
}

export const storeOrders: Export<StoreOrderRecord> = {
  headings: [
    ...[
      'store',
      'number',
      'id',
      'placed_at',
      'changed_at',
      'state',
      'from_here',
      'currency',
      'total',
      'goods'
    ],
    ...['refunded', 'net', 'net_currency', 'line_sku', 'line_title', 'line_quantity', 'line_earned']
  ],
  batches: (ctx, wanted) =>
    byKey(
      (after: string | undefined) => read(ctx, wanted, after),
      ({ id }) => id
    ),
  lines
}

async function read(
  { db }: Pick<Context, 'db'>,
  { shop, span }: Wanted,
  after?: string
): Promise<StoreOrderRecord[]> {
  const rows = await db
    .selectFrom('store_orders as o')
    .innerJoin('stores as s', (j) => j.onRef('s.shop_id', '=', 'o.shop_id').onRef('s.id', '=', 'o.store_id'))
    .select(['o.id', 's.id as storeId', 's.name as store', 'o.outside_id', 'o.number', 'o.placed_at'])
    .select(['o.changed_at', 'o.state', 'o.hand_over_id', 'o.currency', 'o.total', 'o.goods', 'o.refunded'])
    .select(['o.told', 'o.told_back'])
    .where('o.shop_id', '=', shop.id)
    .$if(after !== undefined, (query) => query.where('o.id', '>', after!))
    .$if(span.from !== undefined, (query) => query.where('o.placed_at', '>=', span.from!))
    .$if(span.before !== undefined, (query) => query.where('o.placed_at', '<', span.before!))
    .orderBy('o.id')
    .limit(BATCH)
    .execute()
  const lines = await readLines(db, shop.id, rows.map(({ id }) => id)) // prettier-ignore
  return rows.map((row) => ({
    ...{ id: row.id, store: { id: row.storeId, name: row.store }, outsideId: row.outside_id },
    ...{ number: row.number, placedAt: iso(row.placed_at), changedAt: iso(row.changed_at), state: row.state },
    ...{ ours: row.hand_over_id !== null, currency: row.currency, total: row.total, goods: row.goods },
    ...{ refunded: row.refunded, net: row.told === null ? null : row.told - row.told_back },
    lines: lines.get(row.id) ?? []
  }))
}

async function readLines(db: Context['db'], shopId: number, ids: string[]): Promise<Map<string, Line[]>> {
  if (!ids.length) return new Map()
  const rows = await db
    .selectFrom('store_order_lines')
    .select(['order_id', 'outside_id as outsideId', 'sku', 'title', 'quantity', 'total as earned'])
    .select(['product_id as productId', 'variant_id as variantId'])
    .where('shop_id', '=', shopId)
    .where('order_id', 'in', ids)
    .orderBy('order_id')
    .orderBy('n')
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.order_id)
  return new Map([...grouped].map(([id, list]) => [id, list.map(({ order_id: _, ...line }) => line)]))
}

/** A line for each line; the order's own sums stand on the first alone, so that a column can be added up. */
function lines(order: StoreOrderRecord, { shop }: Wanted): Cell[][] {
  const theirs = (amount: number | null) => decimal(amount, exponentOf(order.currency))
  const own = decimal(order.net, exponentOf(shop.currency))
  const all = order.lines.length ? order.lines : [null]
  return all.map((line, i) => [
    ...[order.store.name, order.number, order.outsideId, order.placedAt, order.changedAt, order.state],
    ...[order.ours ? 'yes' : 'no', order.currency],
    ...[order.total, order.goods, order.refunded].map((sum) => (i ? null : theirs(sum))),
    ...(i ? [null, null] : [own, own && shop.currency]),
    ...[line?.sku ?? null, line?.title ?? null, line?.quantity ?? null, theirs(line?.earned ?? null)]
  ])
}
