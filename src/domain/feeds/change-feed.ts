import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { later, write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { feedChange, type FeedChange } from './schema.ts'

export type ChangeFeedRefusal = 'invalid' | 'feed_not_found' | 'feed_stale'

/** Changes what a feed tells; its address and network stay. `version` is that which was read: another's change is not lost. */
export async function changeFeed(
  ctx: Context,
  actor: Actor,
  { feedId, version, ...change }: FeedChange & { feedId: string; version: number }
): Promise<Outcome<{ version: number }, ChangeFeedRefusal>> {
  const parsed = parse(feedChange, change)
  if (!parsed.ok) return parsed
  if (!isUuid(feedId)) return refused('feed_not_found')
  const { name, country, locale, settings } = parsed.value
  const { shopId } = actor
  return write(ctx, shopId, async (tx) => {
    const which = { shop_id: shopId, id: feedId }
    const changed = await tx
      .updateTable('feeds')
      .set({ name, country, locale, settings: JSON.stringify(settings), version: sql`version + 1` })
      .where((eb) => eb.and({ ...which, version }))
      .returning('version')
      .executeTakeFirst()
    if (changed) {
      await later(ctx, tx, shopId, 'feed.check', { feedId })
      return done(changed)
    }
    const there = await tx
      .selectFrom('feeds')
      .select('id')
      .where((eb) => eb.and(which))
      .executeTakeFirst()
    return refused(there ? 'feed_stale' : 'feed_not_found')
  })
}
