import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import type { PostRef } from './post.ts'
import { takePost, type TakeRefusal } from './take-post.ts'

/** Makes a waiting post a draft again. */
export async function unschedulePost(
  ctx: Context,
  actor: Actor,
  ref: PostRef
): Promise<Outcome<null, TakeRefusal>> {
  return write(ctx, actor.shopId, async (tx) => {
    const taken = await takePost(tx, actor.shopId, ref, 'draft')
    if (!taken.ok) return taken
    const { id, state, version } = taken.value
    if (state !== 'scheduled') return refused('post_moved_on')
    await tx
      .updateTable('posts')
      .set({ state: 'draft', publish_at: null, version: version + 1, updated_at: ctx.clock.now() })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', id)
      .execute()
    return done(null)
  })
}
