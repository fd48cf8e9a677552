import type { Context } from '#context'
import { actorKey, type Actor } from '#domain/accounts/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { done, type Outcome } from '#platform/outcome.ts'
import type { PostRef } from './post.ts'
import { takePost, type TakeRefusal } from './take-post.ts'

/** Takes a post down. Nothing of it is thrown away: it can be brought back. */
export async function removePost(
  ctx: Context,
  actor: Actor,
  ref: PostRef
): Promise<Outcome<null, TakeRefusal>> {
  return write(ctx, actor.shopId, async (tx) => {
    const taken = await takePost(tx, actor.shopId, ref, 'removed')
    if (!taken.ok) return taken
    const { id, state, version, campaignId } = taken.value
    await tx
      .updateTable('posts')
      .set({ state: 'removed', publish_at: null, version: version + 1, updated_at: ctx.clock.now() })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', id)
      .execute()
    if (state !== 'published') return done(null)
    const subject = { kind: 'post', id } as const
    const source = { campaignId }
    await append(ctx, tx, actor.shopId, [
      { kind: 'post_removed', actor: actorKey(actor), subject, source, payload: null }
    ])
    return done(null)
  })
}
