import type { Context } from '#context'
import { actorKey, type Actor } from '#domain/accounts/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { goOut } from './go-out.ts'
import type { PostRef } from './post.ts'
import { whatPostLacks, type ReadinessRefusal } from './readiness.ts'
import { takePost, type TakeRefusal } from './take-post.ts'

/** Puts a draft or a waiting post before the people now. Every picture needs its words first; asked twice, it goes out once. */
export async function publishPost(
  ctx: Context,
  actor: Actor,
  ref: PostRef
): Promise<Outcome<null, TakeRefusal | ReadinessRefusal>> {
  return write(ctx, actor.shopId, async (tx) => {
    const taken = await takePost(tx, actor.shopId, ref, 'published')
    if (!taken.ok) return taken.detail?.state === 'published' ? done(null) : taken
    if (taken.value.state === 'removed') return refused('post_moved_on')
    const lacking = await whatPostLacks(tx, actor.shopId, taken.value)
    if (lacking) return refused(lacking)
    const entry = await goOut(ctx, tx, actor.shopId, taken.value, actorKey(actor))
    await append(ctx, tx, actor.shopId, [entry])
    return done(null)
  })
}
