import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { openElsewhere } from '#domain/stock/index.ts'
import type { Db, Tx } from '#platform/database/index.ts'
import type { Feed } from './feed.ts'
import { narrowed } from './goods.ts'
import type { FeedTerms } from './terms.ts'

/** Raised when the same goods would be told differently: every network then fetches anew. */
const WRITERS = 1

type Seen = { goods: string; pictures: string; waits: boolean }

/**
 * What a feed's content depends on, as one short text: the feed, its terms, and sums over the goods it tells of. Two
 * that are the same tell the same feed. One pass over the goods in the database, far cheaper than telling them.
 */
export async function fingerprintOf(
  db: Db | Tx,
  feed: Pick<Feed, 'id' | 'version' | 'settings' | 'network'>,
  terms: FeedTerms
): Promise<string> {
  const { goods, pictures, waits } = await look(db, terms.shopId, feed.settings)
  const dated = waits || feed.settings.labels.includes('new')
  const depends = [
    ...[WRITERS, feed.id, feed.version, terms.origin, terms.shopName, terms.currency, goods, pictures],
    ...[JSON.stringify(terms.delivery), [...terms.rising].sort(), [...terms.bestsellers].sort()],
    dated ? terms.now.toISOString().slice(0, 10) : ''
  ]
  return createHash('sha256').update(depends.join('|')).digest('base64url').slice(0, 27)
}

async function look(db: Db | Tx, shopId: number, settings: Feed['settings']): Promise<Seen> {
  const { rows } = await sql<Seen>`
    with shown as materialized (
      select p.id, p.updated_at from products p
      where p.shop_id = ${shopId} and p.state = 'active' and ${narrowed(shopId, settings)}),
    left_of as materialized (
      select variant_id, sum(on_hand - reserved) as free from stock where shop_id = ${shopId} group by variant_id)
    select
      (select concat(count(*), ':', sum(hashtextextended(concat_ws('|', v.id, p.updated_at, v.price, v.compare_at,
          v.archived_at, case when v.tracked then coalesce(l.free, 0) end,
          ${openElsewhere(shopId)}), 0)::numeric))
        from shown p join variants v on v.shop_id = ${shopId} and v.product_id = p.id
        left join left_of l on l.variant_id = v.id) as goods,
      (select concat(count(*), ':', sum(hashtextextended(concat_ws('|', pp.product_id, i.id, pp.position, i.state,
          jsonb_array_length(coalesce(i.renditions->'jpeg', '[]'))), 0)::numeric))
        from shown p join product_pictures pp on pp.shop_id = ${shopId} and pp.product_id = p.id
        join pictures i on i.shop_id = ${shopId} and i.id = pp.picture_id)
      || coalesce((select concat(':', sum(hashtextextended(concat_ws('|', cp.product_id, c.title, c.position), 0)::numeric))
        from shown p join collection_products cp on cp.shop_id = ${shopId} and cp.product_id = p.id
        join collections c on c.shop_id = ${shopId} and c.id = cp.collection_id), '') as pictures,
      exists (select 1 from shown p join variants v on v.shop_id = ${shopId} and v.product_id = p.id
        left join left_of l on l.variant_id = v.id
        where v.archived_at is null and v.tracked and v.continue_selling and coalesce(l.free, 0) <= 0) as waits
  `.execute(db)
  return rows[0]!
}
