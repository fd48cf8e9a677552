import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import type { PostRef } from './post.ts'
import { whatPostLacks, type ReadinessRefusal } from './readiness.ts'
import { takePost, type TakeRefusal } from './take-post.ts'

export type ScheduleRefusal = TakeRefusal | ReadinessRefusal | 'time_past'

/** Has a post go out by itself at a time to come; a waiting post can be given another time. */
export async function schedulePost(
  ctx: Context,
  actor: Actor,
  { at, ...ref }: PostRef & { at: Date }
): Promise<Outcome<null, ScheduleRefusal>> {
  if (!(at > ctx.clock.now())) return refused('time_past')
  return write(ctx, actor.shopId, async (tx) => {
    const taken = await takePost(tx, actor.shopId, ref, 'scheduled')
    if (!taken.ok) return taken
    const { id, version } = taken.value
    const lacking = await whatPostLacks(tx, actor.shopId, taken.value)
    if (lacking) return refused(lacking)
    await tx
      .updateTable('posts')
      .set({ state: 'scheduled', publish_at: at, version: version + 1, updated_at: ctx.clock.now() })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', id)
      .execute()
    return done(null)
  })
}
