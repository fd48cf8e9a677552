import type { Context } from '#context'
import { actorKey, type Actor } from '#domain/accounts/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { goOut } from './go-out.ts'
import type { PostRef } from './post.ts'
import { takePost, type TakeRefusal } from './take-post.ts'

/** Brings back what was taken down: to its place in the feed if it had been out, else as a draft. */
export async function restorePost(
  ctx: Context,
  actor: Actor,
  ref: PostRef
): Promise<Outcome<null, TakeRefusal>> {
  return write(ctx, actor.shopId, async (tx) => {
    const taken = await takePost(tx, actor.shopId, ref, 'draft')
    if (!taken.ok) return taken
    const post = taken.value
    if (post.state !== 'removed') return refused('post_moved_on')
    if (post.publishedAt) {
      const entry = await goOut(ctx, tx, actor.shopId, post, actorKey(actor))
      await append(ctx, tx, actor.shopId, [entry])
      return done(null)
    }
    await tx
      .updateTable('posts')
      .set({ state: 'draft', version: post.version + 1, updated_at: ctx.clock.now() })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', post.id)
      .execute()
    return done(null)
  })
}
