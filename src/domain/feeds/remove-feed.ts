import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Removes a feed for good; its link stays, so that what it brought stays in the results. */
export async function removeFeed(
  ctx: Context,
  actor: Actor,
  { feedId }: { feedId: string }
): Promise<Outcome<null, 'feed_not_found'>> {
  if (!isUuid(feedId)) return refused('feed_not_found')
  return write(ctx, actor.shopId, async (tx) => {
    const removed = await tx
      .deleteFrom('feeds')
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', feedId)
      .executeTakeFirst()
    return removed.numDeletedRows ? done(null) : refused('feed_not_found')
  })
}
