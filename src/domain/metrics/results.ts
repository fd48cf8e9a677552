import { sql } from 'kysely'
import type { Context } from '#context'
import { measureColumns } from './measure-columns.ts'
import { KNOWN, type Dimension, type Measures } from './measures.ts'
import { productSales } from './product-sales.ts'
import { within, windowBefore, type Window } from './window.ts'

type Db = Pick<Context, 'db'>

export type Compared = { now: Measures; before: Measures }
type Scope = { dimension: Dimension | 'shop'; key: string }

/** Everything of the shop, or of one post, campaign, link or product, in a window and in the one before it. */
export async function totals(
  ctx: Db,
  shopId: number,
  window: Window,
  scope: Scope = { dimension: 'shop', key: '' }
): Promise<Compared> {
  const [now, before] = await Promise.all([
    sum(ctx, shopId, window, scope),
    sum(ctx, shopId, windowBefore(window), scope)
  ])
  return { now, before }
}

async function sum({ db }: Db, shopId: number, window: Window, { dimension, key }: Scope): Promise<Measures> {
  const { rows } = await sql<Measures>`
    select ${measureColumns(KNOWN[dimension])} from rollup_hours
    where shop_id = ${shopId} and dimension = ${dimension} and key = ${key} and ${within(sql`hour`, window)}`.execute(
    db
  )
  return dimension === 'product' ? { ...rows[0]!, ...(await sales(db, shopId, window, key)) } : rows[0]!
}

async function sales(db: Db['db'], shopId: number, window: Window, key: string): Promise<Sales> {
  const { rows } = await sql<Sales>`
    select orders, revenue, coalesce("ordersElsewhere", 0) as "ordersElsewhere",
      coalesce("revenueElsewhere", 0) as "revenueElsewhere"
    from (${productSales(shopId, window)}) as sales where key = ${key}`.execute(db)
  return rows[0] ?? { orders: 0, revenue: 0, ordersElsewhere: 0, revenueElsewhere: 0 }
}

type Sales = Pick<Measures, 'orders' | 'revenue' | 'ordersElsewhere' | 'revenueElsewhere'>

/** A measure day by day for each key, days of the shop's calendar: `days.get(key)` has one number a day. */
export async function daily(
  { db }: Db,
  shopId: number,
  window: Window,
  scope: { dimension: Dimension | 'shop'; keys: readonly string[]; kinds: readonly string[] }
): Promise<Map<string, Map<string, number>>> {
  if (scope.keys.length === 0) return new Map()
  const { rows } = await sql<{ key: string; day: string; n: number }>`
    select key, (hour at time zone ${window.timezone})::date as day, sum(quantity) as n from rollup_hours
    where shop_id = ${shopId} and dimension = ${scope.dimension} and key = any(${scope.keys})
      and kind = any(${scope.kinds}) and ${within(sql`hour`, window)}
    group by 1, 2`.execute(db)
  const days = new Map<string, Map<string, number>>()
  for (const { key, day, n } of rows) days.set(key, (days.get(key) ?? new Map<string, number>()).set(day, n))
  return days
}
