import type { Tx } from '#platform/database/index.ts'
import { canMove } from '#platform/lifecycle.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { lockPost, type LockedPost } from './locks.ts'
import { postLifecycle, type PostRef, type PostState } from './post.ts'

export type TakeRefusal = 'post_not_found' | 'post_stale' | 'post_moved_on'

/** Locks a post for a move to another state; refuses one that cannot go there, or changed since it was read. */
export async function takePost(
  tx: Tx,
  shopId: number,
  { postId, version }: PostRef,
  to: PostState
): Promise<Outcome<LockedPost, TakeRefusal>> {
  const post = await lockPost(tx, shopId, postId)
  if (!post) return refused('post_not_found')
  if (!canMove(postLifecycle, post.state, to)) return refused('post_moved_on', { state: post.state })
  return version !== undefined && post.version !== version ? refused('post_stale') : done(post)
}
