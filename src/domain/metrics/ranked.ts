import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import { measureColumns } from './measure-columns.ts'
import { KNOWN, MEASURES, SALES, type Dimension, type Measures } from './measures.ts'
import { productSales } from './product-sales.ts'
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

/** What is counted of products, with what they sold. */
function withSales(counted: RawBuilder<unknown>, shopId: number, window: Window): RawBuilder<unknown> {
  const columns = MEASURES.map((measure) => {
    const column = sql.ref(measure)
    if (SALES.includes(measure)) return sql`coalesce(sales.${column}, 0) as ${column}`
    return measure === 'clicks' || measure === 'carts' || measure === 'impressions'
      ? sql`coalesce(counted.${column}, 0) as ${column}`
      : sql`counted.${column}`
  })
  return sql`
    select coalesce(counted.key, sales.key) as key, ${sql.join(columns)}
    from (${counted}) as counted full join (${productSales(shopId, window)}) as sales using (key)`
}
