import type { Context } from '#context'
import { append, write, type Entry } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { goOut } from './go-out.ts'
import { lockDuePosts } from './locks.ts'

const AT_ONCE = 50

/**
 * Sends out every waiting post whose time has come, however long ago: nothing is lost when nobody ran at that minute.
 * A post another worker has in hand is left to it, and its state says once only. Answers how many went out.
 */
export async function publishDue(ctx: Context): Promise<number> {
  const shops = await ctx.db
    .selectFrom('posts')
    .select('shop_id')
    .distinct()
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', ctx.clock.now())
    .execute()
  let sent = 0
  for (const { shop_id } of shops) sent += await publishDueOf(ctx, shop_id)
  return sent
}

async function publishDueOf(ctx: Context, shopId: number): Promise<number> {
  const { value } = await write(ctx, shopId, async (tx) => {
    const entries: Entry[] = []
    for (const post of await lockDuePosts(tx, shopId, ctx.clock.now(), AT_ONCE)) {
      entries.push(await goOut(ctx, tx, shopId, post, null))
    }
    await append(ctx, tx, shopId, entries)
    return done(entries.length)
  })
  return value === AT_ONCE ? value + (await publishDueOf(ctx, shopId)) : value
}
