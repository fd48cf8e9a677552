import { sql } from 'kysely'
import type { Kind, Projection } from '#domain/ledger/index.ts'

/** What results are made of. An undo is a kind of its own, so that every sum can be read both ways. */
const COUNTED = [
  ...(['view', 'product_view', 'click', 'share', 'share_visit', 'follow', 'unfollow'] as const),
  ...(['like', 'unlike', 'repost', 'unrepost', 'save', 'unsave', 'comment', 'comment_deleted'] as const),
  ...(['cart', 'checkout', 'order', 'order_cancelled', 'refund'] as const),
  ...(['store_order', 'store_order_changed', 'store_refund'] as const)
] satisfies Kind[]

/**
 * How much of each kind came by each network, hour by hour: for the shop, and for each post, product, link and
 * campaign. One narrow table answers every results page. Hours are those of the shop's clock, half an hour off the
 * world's in India: a window's days are cut from them.
 */
export const rollupHours: Projection = {
  name: 'rollup_hours',
  version: 3,
  kinds: COUNTED,
  apply: async (tx, { shopId, after, upTo }) => {
    await sql`
      insert into rollup_hours (shop_id, hour, dimension, key, kind, network, quantity, amount)
      select shop_id, date_trunc('hour', occurred_at, shops.timezone), dimension, key, kind, network,
        sum(quantity), sum(coalesce(amount, 0))
      from ledger join shops using (shop_id) cross join lateral (values
        ('shop', ''), ('post', post_id::text), ('product', product_id::text), ('link', link_code),
        ('campaign', campaign_id::text)
      ) as d (dimension, key)
      where shop_id = ${shopId} and seq > ${after} and seq <= ${upTo} and kind = any(${COUNTED}) and key is not null
      group by 1, 2, 3, 4, 5, 6
      on conflict (shop_id, dimension, key, kind, network, hour) do update set
        quantity = rollup_hours.quantity + excluded.quantity,
        amount = rollup_hours.amount + excluded.amount`.execute(tx)
  },
  reset: async (tx, shopId) => {
    await tx.deleteFrom('rollup_hours').where('shop_id', '=', shopId).execute()
  }
}
