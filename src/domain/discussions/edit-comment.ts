import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { commentEdit, type CommentEdit } from './schema.ts'
import { lockComment } from './take-comment.ts'

/** A member changes their own words, at any time; from then on they are marked as edited. */
export async function editComment(
  ctx: Context,
  actor: Actor,
  input: CommentEdit
): Promise<Outcome<{ postId: string }, 'invalid' | 'comment_not_found'>> {
  const parsed = parse(commentEdit, input)
  if (!parsed.ok) return parsed
  const { commentId, words } = parsed.value
  return write(ctx, actor.shopId, async (tx) => {
    const comment = await lockComment(tx, actor.shopId, commentId)
    if (!comment || comment.memberId !== actor.memberId || comment.state !== 'visible') {
      return refused('comment_not_found')
    }
    await tx
      .updateTable('comments')
      .set({ words, edited_at: ctx.clock.now() })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', commentId)
      .execute()
    return done({ postId: comment.postId })
  })
}
