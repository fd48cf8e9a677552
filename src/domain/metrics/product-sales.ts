import { sql, type RawBuilder } from 'kysely'
import { within, type Window } from './window.ts'

const SOLD = ['paid', 'part_refunded', 'refunded']

/**
 * Orders and revenue by product, of the orders placed in a window. An order's ledger row is of the whole order; what of
 * it each product earned is in the order's lines, less their part of every refund, also of a plain sum. Money that came
 * too late for the goods never was a sale.
 */
export const productSales = (shopId: number, window: Window): RawBuilder<unknown> => sql`
  select l.product_id::text collate "C" as key, count(distinct o.id) as orders,
    sum(l.total - l.tax - l.unearned) as revenue
  from orders as o join order_lines as l on l.shop_id = o.shop_id and l.order_id = o.id
  where o.shop_id = ${shopId} and o.payment_state = any(${SOLD}) and ${within(sql`o.placed_at`, window)}
    and (o.state <> 'cancelled' or not exists (select 1 from order_events e
      where e.shop_id = o.shop_id and e.order_id = o.id and e.kind = 'unfillable'))
  group by 1`
