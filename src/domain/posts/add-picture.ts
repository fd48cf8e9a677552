import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { LIMITS } from './schema.ts'
import { takePost, type TakeRefusal } from './take-post.ts'

/** Hangs a kept picture behind the others of a draft, for composers without a script. Its words follow later. */
export async function addPicture(
  ctx: Context,
  actor: Actor,
  { postId, pictureId }: { postId: string; pictureId: string }
): Promise<Outcome<null, TakeRefusal | 'too_many_pictures'>> {
  return write(ctx, actor.shopId, async (tx) => {
    const taken = await takePost(tx, actor.shopId, { postId }, 'scheduled')
    if (!taken.ok) return taken
    const hung = await tx
      .selectFrom('post_pictures')
      .select(['position', 'picture_id'])
      .where('shop_id', '=', actor.shopId)
      .where('post_id', '=', postId)
      .execute()
    if (hung.some((row) => row.picture_id === pictureId)) return done(null)
    if (hung.length >= LIMITS.pictures) return refused('too_many_pictures', { limit: LIMITS.pictures })
    const position = Math.max(-1, ...hung.map((row) => row.position)) + 1
    await tx
      .insertInto('post_pictures')
      .values({ shop_id: actor.shopId, post_id: postId, position, picture_id: pictureId })
      .execute()
    await tx
      .updateTable('posts')
      .set({ version: taken.value.version + 1, updated_at: ctx.clock.now() })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', postId)
      .execute()
    return done(null)
  })
}
