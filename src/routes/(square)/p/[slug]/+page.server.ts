import { error } from '@sveltejs/kit'
import { can } from '#domain/accounts/index.ts'
import { listComments } from '#domain/discussions/index.ts'
import { findPost } from '#domain/posts/index.ts'
import { isFollowing } from '#domain/reactions/index.ts'
import { rightNow } from '#domain/trends/index.ts'
import { Unsent } from '../../../whole-page.ts'
import * as actionsOf from './actions.ts'
import type { PageServerLoad } from './$types'

/** One post with what people say about it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { ctx, shop, actor } = locals
  const { memberId } = actor
  const post = await findPost(ctx, shop.id, params.slug, memberId)
  if (!post) error(404, 'No such post.')
  const moderator = can(actor, 'comments.moderate')
  const cursor = url.searchParams.get('after')
  const [comments, following, now] = await Promise.all([
    listComments(ctx, shop.id, post.id, { cursor, memberId, moderator }),
    memberId ? isFollowing(ctx, shop.id, memberId) : false,
    rightNow(ctx, shop)
  ])
  return { unsent: new Unsent({ post, ...comments, moderator, following, rightNow: now }) }
}

export const actions = { ...actionsOf }
