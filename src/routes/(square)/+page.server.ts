import { listFeed } from '#domain/posts/index.ts'
import { rightNow } from '#domain/trends/index.ts'
import { Unsent } from '../whole-page.ts'
import type { PageServerLoad } from './$types'

const TAG = /^[\p{L}\p{N}_]{1,60}$/u

/** The feed: all of it, or what has a hashtag. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { ctx, shop, actor } = locals
  const { memberId } = actor
  const asked = url.searchParams.get('tag') ?? ''
  const tag = TAG.test(asked) ? asked : null
  const [feed, now] = await Promise.all([
    listFeed(ctx, shop.id, { cursor: url.searchParams.get('after'), tag, memberId }),
    rightNow(ctx, shop)
  ])
  return { unsent: new Unsent({ ...feed, tag, rightNow: now, cards: locals.cards }) }
}
