import type { Entry } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'

export type CommentState = 'visible' | 'hidden' | 'deleted'

export type LockedComment = {
  id: string
  postId: string
  memberId: string
  state: CommentState
  campaignId: string | null
}

/** Locks one comment of the shop until the commit. */
export async function lockComment(
  tx: Tx,
  shopId: number,
  commentId: string
): Promise<LockedComment | undefined> {
  const row = await tx
    .selectFrom('comments')
    .innerJoin('posts', (join) =>
      join.onRef('posts.shop_id', '=', 'comments.shop_id').onRef('posts.id', '=', 'comments.post_id')
    )
    .select(['comments.id', 'comments.state', 'comments.post_id as postId', 'comments.member_id as memberId'])
    .select('posts.campaign_id as campaignId')
    .where('comments.shop_id', '=', shopId)
    .where('posts.shop_id', '=', shopId)
    .where('comments.id', '=', commentId)
    .forUpdate('comments')
    .executeTakeFirst()
  return row as LockedComment | undefined
}

/** The ledger's line about a comment that people can read from now on, or no longer. */
export const commentEntry = (
  kind: 'comment' | 'comment_deleted',
  comment: LockedComment,
  actor: string | null
): Entry => ({
  kind,
  actor,
  subject: { kind: 'post', id: comment.postId },
  source: { campaignId: comment.campaignId },
  payload: { commentId: comment.id }
})
