import { sql, type RawBuilder } from 'kysely'
import { within, type Window } from './window.ts'

const SOLD = ['paid', 'part_refunded', 'refunded']

/**
 * Orders and revenue by product, ours and those of stores elsewhere, of the orders placed in a window. An order's ledger row is of the whole order; what of
 * it each product earned is in the order's lines, less their part of every refund, also of a plain sum. Money that came
 * too late for the goods never was a sale.
 */
export const productSales = (shopId: number, window: Window): RawBuilder<unknown> => sql`
  select key, sum(orders)::bigint as orders, sum(revenue)::bigint as revenue,
    sum(orders) filter (where elsewhere)::bigint as "ordersElsewhere",
    sum(revenue) filter (where elsewhere)::bigint as "revenueElsewhere"
  from (${ownSales(shopId, window)} union all ${storeSales(shopId, window)}) as sales
  group by key`

const ownSales = (shopId: number, window: Window): RawBuilder<unknown> => sql`
  select l.product_id::text collate "C" as key, false as elsewhere, count(distinct o.id) as orders,
    sum(l.total - l.tax - l.unearned) as revenue
  from orders as o join order_lines as l on l.shop_id = o.shop_id and l.order_id = o.id
  where o.shop_id = ${shopId} and o.payment_state = any(${SOLD}) and ${within(sql`o.placed_at`, window)}
    and (o.state <> 'cancelled' or not exists (select 1 from order_events e
      where e.shop_id = o.shop_id and e.order_id = o.id and e.kind = 'unfillable'))
  group by 1`

/** What went back there counts against every line alike: a store tells only how much it was. */
const storeSales = (shopId: number, window: Window): RawBuilder<unknown> => sql`
  select l.product_id::text collate "C" as key, true as elsewhere, count(distinct o.id) as orders,
    sum(l.total - case when o.told > 0 then round(l.total::numeric * o.told_back / o.told) else 0 end) as revenue
  from store_orders as o join store_order_lines as l on l.shop_id = o.shop_id and l.order_id = o.id
  where o.shop_id = ${shopId} and o.told is not null and l.product_id is not null
    and ${within(sql`o.placed_at`, window)}
  group by 1`
