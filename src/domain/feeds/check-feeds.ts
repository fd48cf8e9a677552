import type { Context } from '#context'
import { listShops } from '#domain/shops/index.ts'
import { checkFeed } from './check-feed.ts'
import { listFeeds } from './queries.ts'

/** Looks through every feed in use; one whose goods did not change costs one look at their sums. */
export async function checkFeeds(ctx: Context): Promise<void> {
  for (const shop of await listShops(ctx)) {
    for (const feed of await listFeeds(ctx, shop.id)) {
      if (!feed.disabledAt) await checkFeed(ctx, shop.id, feed.id)
    }
  }
}
