import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#context'
import { transact, type Tx } from '#platform/database/index.ts'
import { done } from '#platform/outcome.ts'
import { feedColumns, type Feed } from './feed.ts'
import { fingerprintOf } from './fingerprint.ts'
import { readGoods, type Goods } from './goods.ts'
import { tell, type Tale } from './tell.ts'
import { readFeedTerms, type FeedTerms } from './terms.ts'

const KEEP_GONE_DAYS = 60
const DAY_MS = 86_400_000
const FIRST = '00000000-0000-0000-0000-000000000000'
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Looks through the catalogue as a feed tells it, if anything changed since the last look: notes which items changed,
 * which went, and what the network would refuse. Answers when the last look was; null when there is no such feed.
 * Two at once: the second waits for the first and then finds nothing new.
 */
export async function checkFeed(ctx: Context, shopId: number, feedId: string): Promise<Date | null> {
  const outcome = await transact(ctx.db, async (tx) => {
    const feed = await lockFeed(tx, shopId, feedId)
    if (!feed) return done(null)
    const terms = await readFeedTerms(ctx, tx, shopId, feed)
    const print = await fingerprintOf(tx, feed, terms)
    const now = ctx.clock.now()
    if (print !== feed.fingerprint) await lookThrough(tx, feed, terms, now)
    await noteCheck(tx, shopId, feedId, print, now)
    return done(now)
  })
  return outcome.value
}

async function lockFeed(tx: Tx, shopId: number, feedId: string): Promise<Feed | undefined> {
  const row = await tx
    .selectFrom('feeds')
    .select(feedColumns)
    .where('shop_id', '=', shopId)
    .where('id', '=', feedId)
    .forUpdate()
    .executeTakeFirst()
  return row as Feed | undefined
}

/** Batch by batch in order of product: what is kept of the products in between, and not told any more, is gone. */
async function lookThrough(tx: Tx, feed: Feed, terms: FeedTerms, now: Date): Promise<void> {
  let after = FIRST
  for await (const goods of readGoods(tx, terms.shopId, feed.settings)) {
    const until = goods.at(-1)!.id
    await compare(tx, feed, terms, { goods, after, until }, now)
    after = until
  }
  await compare(tx, feed, terms, { goods: [], after, until: LAST }, now)
  await sql`delete from feed_items where shop_id = ${terms.shopId} and feed_id = ${feed.id} and state = 'gone'
    and changed_at < ${new Date(now.getTime() - KEEP_GONE_DAYS * DAY_MS)}`.execute(tx)
}

type Stretch = { goods: Goods[]; after: string; until: string }
type Known = { variant_id: string; hash: string; state: string; problems: string[] }

async function compare(tx: Tx, feed: Feed, terms: FeedTerms, stretch: Stretch, now: Date): Promise<void> {
  const rows = await tx
    .selectFrom('feed_items')
    .select(['variant_id', 'hash', 'state', 'problems'])
    .where('shop_id', '=', terms.shopId)
    .where('feed_id', '=', feed.id)
    .where('product_id', '>', stretch.after)
    .where('product_id', '<=', stretch.until)
    .execute()
  const known = new Map(rows.map((row): [string, Known] => [row.variant_id, row]))
  const tales = stretch.goods.flatMap((goods) => tell(feed, terms, goods))
  const fresh = tales.map(seenAs).filter((seen) => isNews(seen, known.get(seen.tale.variantId)))
  await save(tx, terms.shopId, feed.id, fresh, now)
  const told = new Set(tales.map(({ variantId }) => variantId))
  const gone = rows.filter((row) => row.state !== 'gone' && !told.has(row.variant_id))
  await markGone(tx, terms.shopId, feed.id, gone, now)
}

type Seen = { tale: Tale; hash: string; state: 'told' | 'refused' }

const seenAs = (tale: Tale): Seen => ({
  tale,
  hash: createHash('sha1').update(JSON.stringify(tale.told)).digest('base64url'),
  state: tale.refused ? 'refused' : 'told'
})

const isNews = ({ hash, state, tale }: Seen, known: Known | undefined): boolean =>
  !known || known.hash !== hash || known.state !== state || known.problems.join() !== tale.problems.join()

/** A problem that came or went changes no item: only what the network is told moves the moment of change. */
async function save(tx: Tx, shopId: number, feedId: string, seen: Seen[], now: Date): Promise<void> {
  if (seen.length === 0) return
  const rows = seen.map(({ tale, hash, state }) => ({
    ...{ product: tale.productId, variant: tale.variantId, item: tale.itemId },
    ...{ hash, state, problems: tale.problems }
  }))
  await sql`
    insert into feed_items (shop_id, feed_id, product_id, variant_id, item_id, hash, state, problems, was_told, changed_at)
    select ${shopId}, ${feedId}, r.product, r.variant, r.item, r.hash, r.state,
      array(select jsonb_array_elements_text(r.problems)), r.state = 'told', ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (product uuid, variant uuid, item text, hash text, state text, problems jsonb)
    on conflict (shop_id, feed_id, product_id, variant_id) do update set
      item_id = excluded.item_id, hash = excluded.hash, state = excluded.state, problems = excluded.problems,
      was_told = feed_items.was_told or excluded.was_told,
      changed_at = case when feed_items.hash = excluded.hash and feed_items.state = excluded.state
        then feed_items.changed_at else excluded.changed_at end`.execute(tx)
}

async function markGone(tx: Tx, shopId: number, feedId: string, rows: Known[], now: Date): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map((row) => row.variant_id)
  await tx
    .updateTable('feed_items')
    .set({ state: 'gone', problems: [], changed_at: now })
    .where('shop_id', '=', shopId)
    .where('feed_id', '=', feedId)
    .where('variant_id', 'in', ids)
    .execute()
}

async function noteCheck(tx: Tx, shopId: number, feedId: string, print: string, now: Date): Promise<void> {
  await sql`
    update feeds set fingerprint = ${print}, checked_at = ${now}, items = c.items, refused = c.refused
    from (select count(*) filter (where state = 'told')::int as items,
        count(*) filter (where state = 'refused')::int as refused
      from feed_items where shop_id = ${shopId} and feed_id = ${feedId}) as c
    where shop_id = ${shopId} and id = ${feedId}`.execute(tx)
}
