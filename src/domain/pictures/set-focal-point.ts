import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

const within = (n: number) => Number.isFinite(n) && n >= 0 && n <= 1

/** Says what matters in a picture (fractions from its upper left corner): every crop keeps that point in sight. */
export async function setFocalPoint(
  ctx: Context,
  actor: Actor,
  input: { pictureId: string; x: number; y: number }
): Promise<Outcome<null, 'invalid' | 'picture_not_found'>> {
  if (!within(input.x) || !within(input.y)) return refused('invalid')
  return write(ctx, actor.shopId, async (tx) => {
    const changed = await tx
      .updateTable('pictures')
      .set({ focal_x: input.x, focal_y: input.y })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', input.pictureId)
      .executeTakeFirst()
    return changed.numUpdatedRows ? done(null) : refused('picture_not_found')
  })
}
