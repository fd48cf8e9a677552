import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import { measureColumns } from './measure-columns.ts'
import { KNOWN, MEASURES, type Dimension, type Measures } from './measures.ts'
import { within, windowBefore, type Window } from './window.ts'

export type Ranked = { key: string; clicksBefore: number; cartsBefore: number } & Measures

/** What brought most, best first: by revenue, then carts, then clicks. One query over both windows. */
export async function ranked(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  window: Window,
  dimension: Dimension,
  limit = 50
): Promise<Ranked[]> {
  const inWindow = (w: Window) =>
    sql`shop_id = ${shopId} and dimension = ${dimension} and ${within(sql`hour`, w)}`
  const counted = sql`select key, ${measureColumns(KNOWN[dimension])} from rollup_hours
    where ${inWindow(window)} group by key`
  const { rows } = await sql<Ranked>`
    with now as (${dimension === 'product' ? withSales(counted, shopId, window) : counted}),
    before as (
      select key, sum(quantity) filter (where kind = 'click') as clicks,
        sum(quantity) filter (where kind = 'cart') as carts
      from rollup_hours where kind in ('click', 'cart') and ${inWindow(windowBefore(window))} group by key)
    select now.*, coalesce(before.clicks, 0) as "clicksBefore", coalesce(before.carts, 0) as "cartsBefore"
    from now left join before using (key)
    order by now.revenue desc, now.carts desc, now.clicks desc, now.impressions desc nulls last, key
    limit ${limit}`.execute(db)
  return rows
}

const SOLD = ['paid', 'part_refunded', 'refunded']

/**
 * An order's ledger row is of the whole order; what of it each product earned is in the order's lines, less their part
 * of every refund, also of a plain sum. Money that came too late for the goods never was a sale.
 */
function withSales(counted: RawBuilder<unknown>, shopId: number, window: Window): RawBuilder<unknown> {
  const columns = MEASURES.map((measure) => {
    const column = sql.ref(measure)
    if (measure === 'orders' || measure === 'revenue') return sql`coalesce(sales.${column}, 0) as ${column}`
    return measure === 'clicks' || measure === 'carts' || measure === 'impressions'
      ? sql`coalesce(counted.${column}, 0) as ${column}`
      : sql`counted.${column}`
  })
  return sql`
    select coalesce(counted.key, sales.key) as key, ${sql.join(columns)}
    from (${counted}) as counted full join (
      select l.product_id::text collate "C" as key, count(distinct o.id) as orders,
        sum(l.total - l.tax - l.unearned) as revenue
      from orders as o join order_lines as l on l.shop_id = o.shop_id and l.order_id = o.id
      where o.shop_id = ${shopId} and o.payment_state = any(${SOLD}) and ${within(sql`o.placed_at`, window)}
        and (o.state <> 'cancelled' or not exists (select 1 from order_events e
          where e.shop_id = o.shop_id and e.order_id = o.id and e.kind = 'unfillable'))
      group by 1) as sales using (key)`
}
