import type { Context } from '#context'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { checkFeed } from './check-feed.ts'
import type { Feed } from './feed.ts'
import { fingerprintOf } from './fingerprint.ts'
import { readGoods } from './goods.ts'
import { listChanged, retell, type ChangedPage } from './list-changes.ts'
import { specs } from './networks/index.ts'
import { findFeedByCode } from './queries.ts'
import type { FeedFormat } from './schema.ts'
import { tell, type Tale } from './tell.ts'
import { readFeedTerms, type FeedTerms } from './terms.ts'
import { writerOf } from './write-feed.ts'

export type OpenedFeed = {
  feedId: string
  type: string
  /** The same as long as the content is, byte for byte. */
  etag: string
  /** When a delta was reckoned: what to ask from next time. */
  asOf: Date | null
  /** The file piece by piece; nothing is read before the first piece is asked for. */
  body: () => AsyncGenerator<string>
}

export type OpenFeedRefusal = 'feed_not_found' | 'feed_gone'

/**
 * The feed at this address. With `since`, only the items that changed after that moment; what is no longer told is not
 * in a file: the API lists it (see list-changes.ts).
 */
export async function openFeed(
  ctx: Context,
  shopId: number,
  asked: { code: string; format: FeedFormat; since?: Date }
): Promise<Outcome<OpenedFeed, OpenFeedRefusal>> {
  const feed = await findFeedByCode(ctx, shopId, asked.code)
  if (!feed) return refused('feed_not_found')
  if (feed.disabledAt) return refused('feed_gone')
  const asOf = asked.since ? await checkFeed(ctx, shopId, feed.id) : null
  const terms = await readFeedTerms(ctx, ctx.db, shopId, feed)
  const print = await fingerprintOf(ctx.db, feed, terms)
  const since = asked.since ? `-${asked.since.getTime()}` : ''
  const writer = writerOf(asked.format, specs[feed.network].fields, headOf(feed, terms))
  return done({
    feedId: feed.id,
    type: `${writer.type}; charset=utf-8`,
    etag: `"${print}-${asked.format}${since}"`,
    asOf,
    body: async function* () {
      let piece = writer.head
      for await (const tales of talesOf(ctx, feed, terms, asked.since)) {
        for (const tale of tales) if (!tale.refused) piece += writer.item(tale.told)
        if (piece.length < PIECE) continue
        yield piece
        piece = ''
      }
      yield piece + writer.foot
    }
  })
}

/** Characters in a piece. What lives as long as a whole batch is told is swept late: the server then held twice as much. */
const PIECE = 16_384

const headOf = (feed: Feed, terms: FeedTerms) => ({
  title: terms.shopName,
  link: terms.origin,
  description: feed.name
})

/** A product's items at a time, or as many as a page of changes holds. */
async function* talesOf(
  ctx: Context,
  feed: Feed,
  terms: FeedTerms,
  since: Date | undefined
): AsyncGenerator<Tale[]> {
  const { shopId } = terms
  if (since) {
    yield* changedTales(ctx, feed, terms, since)
    return
  }
  for await (const goods of readGoods(ctx.db, shopId, feed.settings)) {
    for (const one of goods) yield tell(feed, terms, one)
  }
}

async function* changedTales(
  ctx: Context,
  feed: Feed,
  terms: FeedTerms,
  since: Date
): AsyncGenerator<Tale[]> {
  let cursor: string | null = null
  do {
    const page: ChangedPage = await listChanged(ctx, terms.shopId, feed.id, { since, cursor })
    yield await retell(ctx, feed, terms, page.rows)
    cursor = page.next
  } while (cursor)
}
