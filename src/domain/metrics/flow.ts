import { sql } from 'kysely'
import type { Context } from '#context'
import { KINDS, REVENUE, type Dimension } from './measures.ts'
import { within, type Window } from './window.ts'

/** One network's part of the way from a like to an order. Likes are null where the network does not give them. */
export type FlowLane = {
  network: string
  likes: number | null
  clicks: number
  carts: number
  orders: number
  revenue: number
}

/**
 * Likes, clicks, carts and orders by the network they came by, widest first. Likes of another network count only if
 * it reported any: silence is not zero.
 */
export async function flow(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  window: Window,
  scope: { dimension: Dimension | 'shop'; key: string } = { dimension: 'shop', key: '' }
): Promise<FlowLane[]> {
  const { rows } = await sql<FlowLane>`
    select network,
      case when network = 'square' or bool_or(kind = 'like')
        then coalesce(sum(case kind when 'like' then quantity when 'unlike' then -quantity end), 0) end as likes,
      coalesce(sum(quantity) filter (where kind = 'click'), 0) as clicks,
      coalesce(sum(quantity) filter (where kind = 'cart'), 0) as carts,
      coalesce(sum(quantity) filter (where kind = any(${KINDS.orders[0]})), 0) as orders,
      coalesce(sum(amount) filter (where kind = any(${REVENUE.revenue})), 0) as revenue
    from rollup_hours
    where shop_id = ${shopId} and dimension = ${scope.dimension} and key = ${scope.key}
      and kind = any(${['like', 'unlike', 'click', 'cart', ...REVENUE.revenue]})
      and ${within(sql`hour`, window)}
    group by network`.execute(db)
  return rows
    .filter((lane) => lane.likes || lane.clicks || lane.carts || lane.orders)
    .sort((a, b) => b.clicks + (b.likes ?? 0) - a.clicks - (a.likes ?? 0) || (a.network < b.network ? -1 : 1))
}
