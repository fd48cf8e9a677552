import type { Context } from '#context'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { checkFeed } from './check-feed.ts'
import type { Feed } from './feed.ts'
import { readGoodsByIds } from './goods.ts'
import type { Value } from './networks/spec.ts'
import { findFeed } from './queries.ts'
import { tell, type Tale } from './tell.ts'
import { readFeedTerms, type FeedTerms } from './terms.ts'

export type ChangedRow = {
  productId: string
  variantId: string
  itemId: string
  state: string
  changedAt: Date
}
export type ChangedPage = { rows: ChangedRow[]; next: string | null }

/** What a network's batch interface is told: an item with its fields, or that it is no longer there. */
export type Change = { id: string; changedAt: Date } & (
  { method: 'upsert'; item: Record<string, Value> } | { method: 'delete' }
)
export type Changes = { changes: Change[]; next: string | null; asOf: Date }

const PAGE = 250

/**
 * What changed in a feed after a moment, oldest first, in pages. The catalogue is looked through first, if anything
 * changed since the last look. `asOf` of the first page is what to ask from next time.
 */
export async function listChanges(
  ctx: Context,
  shopId: number,
  feedId: string,
  page: { since: Date; cursor?: string | null; limit?: number }
): Promise<Outcome<Changes, 'feed_not_found'>> {
  const feed = await findFeed(ctx, shopId, feedId)
  if (!feed) return refused('feed_not_found')
  const asOf = page.cursor ? feed.checkedAt! : await checkFeed(ctx, shopId, feedId)
  const { rows, next } = await listChanged(ctx, shopId, feedId, { cursor: null, ...page })
  const terms = await readFeedTerms(ctx, ctx.db, shopId, feed)
  const told = new Map((await retell(ctx, feed, terms, rows)).map((tale) => [tale.variantId, tale]))
  const changes = rows.map(({ itemId, variantId, changedAt }): Change => {
    const tale = told.get(variantId)
    if (!tale || tale.refused) return { id: itemId, changedAt, method: 'delete' }
    return { id: itemId, changedAt, method: 'upsert', item: Object.fromEntries(tale.told) }
  })
  return done({ changes, next, asOf: asOf ?? ctx.clock.now() })
}

/** The rows behind it, without what the network was never told of. A forged cursor is none. */
export async function listChanged(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  feedId: string,
  { since, cursor, limit = PAGE }: { since: Date; cursor?: string | null; limit?: number }
): Promise<ChangedPage> {
  const after = decodeCursor(cursor, ['time', 'id'])
  let query = db
    .selectFrom('feed_items')
    .select([
      'product_id as productId',
      'variant_id as variantId',
      'item_id as itemId',
      'state',
      'changed_at as changedAt'
    ])
    .where('shop_id', '=', shopId)
    .where('feed_id', '=', feedId)
    .where('changed_at', '>', since)
    .where('was_told', '=', true)
  if (after) {
    const [at, id] = [new Date(Number(after[0])), String(after[1])]
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('changed_at', 'variant_id'), '>', tuple(at, id))
    )
  }
  const found = await query.orderBy('changed_at').orderBy('variant_id').limit(limit + 1).execute() // prettier-ignore
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const next = last && found.length > limit ? encodeCursor([last.changedAt.getTime(), last.variantId]) : null
  return { rows, next }
}

/** These variants as the feed tells them now; one that left the catalogue is not among them. */
export async function retell(
  ctx: Context,
  feed: Feed,
  terms: FeedTerms,
  rows: readonly ChangedRow[]
): Promise<Tale[]> {
  const wanted = new Set(rows.map(({ variantId }) => variantId))
  const ids = [...new Set(rows.map(({ productId }) => productId))]
  const goods = await readGoodsByIds(ctx.db, terms.shopId, ids, feed.settings)
  return goods.flatMap((one) => tell(feed, terms, one)).filter(({ variantId }) => wanted.has(variantId))
}
