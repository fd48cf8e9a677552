import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Takes a feed off the web, or puts it back. What is off answers 410, so that networks stop asking. With `version` only that one. */
export async function setFeedDisabled(
  ctx: Context,
  actor: Actor,
  { feedId, disabled, version }: { feedId: string; disabled: boolean; version?: number | undefined }
): Promise<Outcome<null, 'feed_not_found' | 'feed_stale'>> {
  if (!isUuid(feedId)) return refused('feed_not_found')
  return write(ctx, actor.shopId, async (tx) => {
    const feed = await tx
      .selectFrom('feeds')
      .select('version')
      .where((eb) => eb.and({ shop_id: actor.shopId, id: feedId }))
      .forUpdate()
      .executeTakeFirst()
    if (!feed) return refused('feed_not_found')
    if (feed.version !== (version ?? feed.version)) return refused('feed_stale')
    await tx
      .updateTable('feeds')
      .set({ disabled_at: disabled ? ctx.clock.now() : null, version: sql`version + 1` })
      .where((eb) => eb.and({ shop_id: actor.shopId, id: feedId }))
      .execute()
    return done(null)
  })
}
