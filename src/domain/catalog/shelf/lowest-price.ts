import { sql, type RawBuilder } from 'kysely'

/**
 * The lowest price of a variant during the 30 days before its present price took effect, with the price that was in
 * force when those days began: what EU law wants beside a discount (98/6/EC, article 6a). A variant that never had
 * another price answers its own. `variant` names a row with id and price; it becomes a lateral `low (lowest)`.
 */
export const lowestPrice = (shopId: number, variant: RawBuilder<unknown>) => sql`
  lateral (
    select coalesce(min(w.price), ${variant}.price) as lowest
    from (select max(set_at) as at from price_changes
      where shop_id = ${shopId} and variant_id = ${variant}.id) present
    cross join lateral (
      (select price from price_changes h
        where h.shop_id = ${shopId} and h.variant_id = ${variant}.id
          and h.set_at < present.at and h.set_at > present.at - interval '30 days')
      union all
      (select price from price_changes h
        where h.shop_id = ${shopId} and h.variant_id = ${variant}.id
          and h.set_at <= present.at - interval '30 days'
        order by h.set_at desc limit 1)) w) low`
