import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { commentEntry, lockComment } from './take-comment.ts'

/** A member takes back their own comment: its words are gone for good, answers to it keep their place. */
export async function deleteComment(
  ctx: Context,
  actor: Actor,
  commentId: string
): Promise<Outcome<{ postId: string }, 'comment_not_found'>> {
  return write(ctx, actor.shopId, async (tx) => {
    const comment = await lockComment(tx, actor.shopId, commentId)
    if (!comment || comment.memberId !== actor.memberId || comment.state === 'deleted') {
      return refused('comment_not_found')
    }
    await tx
      .updateTable('comments')
      .set({ state: 'deleted', words: '' })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', commentId)
      .execute()
    if (comment.state === 'visible') {
      await append(ctx, tx, actor.shopId, [commentEntry('comment_deleted', comment, actor.memberId)])
    }
    return done({ postId: comment.postId })
  })
}
