import { cardOfShop } from '#domain/pages/index.ts'
import { listFeed, type PostView } from '#domain/posts/index.ts'
import { rightNow } from '#domain/trends/index.ts'
import { describeShop } from '../head/describe-shop.ts'
import { placeOf } from '../head/place.ts'
import { Unsent } from '../whole-page.ts'
import type { PageServerLoad, PageServerLoadEvent } from './$types'

const TAG = /^[\p{L}\p{N}_]{1,60}$/u

/** The feed: all of it, or what has a hashtag. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event
  const { ctx, shop, actor } = locals
  const { memberId } = actor
  const asked = url.searchParams.get('tag') ?? ''
  const tag = TAG.test(asked) ? asked : null
  const [feed, now] = await Promise.all([
    listFeed(ctx, shop.id, { cursor: url.searchParams.get('after'), tag, memberId }),
    rightNow(ctx, shop)
  ])
  tell(event, feed.posts)
  return { unsent: new Unsent({ ...feed, tag, rightNow: now, cards: locals.cards }) }
}

/** What other programs are told of the shop. */
function tell(event: PageServerLoadEvent, posts: readonly PostView[]): void {
  const { shop } = event.locals
  const pictures = posts.slice(0, 3).flatMap((post) => post.pictures.slice(0, 1))
  const card = cardOfShop(shop, pictures)
  event.locals.about = { card, type: 'website', news: 'all', things: describeShop(shop, placeOf(event)) }
}
