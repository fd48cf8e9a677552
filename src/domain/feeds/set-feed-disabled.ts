import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Takes a feed off the web, or puts it back. What is off answers 410, so that networks stop asking. */
export async function setFeedDisabled(
  ctx: Context,
  actor: Actor,
  { feedId, disabled }: { feedId: string; disabled: boolean }
): Promise<Outcome<null, 'feed_not_found'>> {
  if (!isUuid(feedId)) return refused('feed_not_found')
  return write(ctx, actor.shopId, async (tx) => {
    const set = await tx
      .updateTable('feeds')
      .set({ disabled_at: disabled ? ctx.clock.now() : null })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', feedId)
      .executeTakeFirst()
    return set.numUpdatedRows ? done(null) : refused('feed_not_found')
  })
}
