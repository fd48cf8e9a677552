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

/**
 * What went back there counts against every line alike: a store tells only how much it was. Each line bears what the
 * rounded sum grows by up to it, so that the lines' parts are the whole to the cent.
 */
const storeSales = (shopId: number, window: Window): RawBuilder<unknown> => sql`
  select product_id::text collate "C" as key, true as elsewhere, count(distinct id) as orders,
    sum(total - round(upto * told_back / told) + round((upto - total) * told_back / told)) as revenue
  from (
    select o.id, l.product_id, l.total, sum(l.total) over (partition by o.id order by l.n) as upto,
      o.told_back, greatest(o.told, 1)::numeric as told
    from store_orders as o join store_order_lines as l on l.shop_id = o.shop_id and l.order_id = o.id
    where o.shop_id = ${shopId} and o.told is not null and ${within(sql`o.placed_at`, window)}
  ) as lines
  where product_id is not null
  group by 1`
