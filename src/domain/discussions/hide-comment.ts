import type { Context } from '#context'
import { actorKey, can, type Actor } from '#domain/accounts/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { commentEntry, lockComment } from './take-comment.ts'

export type HideRefusal = 'forbidden' | 'comment_not_found'

/** A moderator takes a comment out of sight, or shows it again. Its words are kept, and it is not counted meanwhile. */
export async function hideComment(
  ctx: Context,
  actor: Actor,
  { commentId, hidden }: { commentId: string; hidden: boolean }
): Promise<Outcome<{ postId: string }, HideRefusal>> {
  if (!can(actor, 'comments.moderate')) return refused('forbidden')
  const [from, to] = hidden ? (['visible', 'hidden'] as const) : (['hidden', 'visible'] as const)
  return write(ctx, actor.shopId, async (tx) => {
    const comment = await lockComment(tx, actor.shopId, commentId)
    if (!comment || comment.state === 'deleted') return refused('comment_not_found')
    if (comment.state !== from) return done({ postId: comment.postId })
    await tx
      .updateTable('comments')
      .set({ state: to })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', commentId)
      .execute()
    const kind = hidden ? 'comment_deleted' : 'comment'
    await append(ctx, tx, actor.shopId, [commentEntry(kind, comment, actorKey(actor))])
    return done({ postId: comment.postId })
  })
}
