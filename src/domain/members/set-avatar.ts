import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { findPicture } from '#domain/pictures/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Shows a picture of this shop as a member's face; null takes it off. */
export async function setAvatar(
  ctx: Context,
  actor: Actor,
  pictureId: string | null
): Promise<Outcome<null, 'picture_not_found'>> {
  if (pictureId && !(await findPicture(ctx, actor.shopId, pictureId))) return refused('picture_not_found')
  return write(ctx, actor.shopId, async (tx) => {
    await tx
      .updateTable('members')
      .set({ avatar_id: pictureId })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', actor.memberId)
      .execute()
    return done(null)
  })
}
