import { error } from '@sveltejs/kit'
import { can } from '#domain/accounts/index.ts'
import { campaignOfPost, type CampaignView } from '#domain/campaigns/index.ts'
import { listComments } from '#domain/discussions/index.ts'
import { cardOfPost, pathOf } from '#domain/pages/index.ts'
import { findPost, type PostView } from '#domain/posts/index.ts'
import { isFollowing } from '#domain/reactions/index.ts'
import { rightNow } from '#domain/trends/index.ts'
import { describePost } from '../../../head/describe-post.ts'
import { placeOf } from '../../../head/place.ts'
import { trail } from '../../../head/trail.ts'
import { Unsent } from '../../../whole-page.ts'
import * as actionsOf from './actions.ts'
import type { PageServerLoad, PageServerLoadEvent } from './$types'

/** One post with what people say about it. */
export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event
  const { ctx, shop, actor } = locals
  const { memberId } = actor
  const post = await findPost(ctx, shop.id, params.slug, memberId)
  if (!post) error(404, 'No such post.')
  const moderator = can(actor, 'comments.moderate')
  const cursor = url.searchParams.get('after')
  const [comments, following, campaign, now] = await Promise.all([
    listComments(ctx, shop.id, post.id, { cursor, memberId, moderator }),
    memberId ? isFollowing(ctx, shop.id, memberId) : false,
    campaignOfPost(ctx, shop.id, post.id),
    rightNow(ctx, shop)
  ])
  const { title, text } = tell(event, post, campaign)
  const said = { post, title, text, campaign }
  return { unsent: new Unsent({ ...said, ...comments, moderator, following, rightNow: now }) }
}

/** What other programs are told of a post. */
function tell(event: PageServerLoadEvent, post: PostView, campaign: CampaignView | undefined) {
  const { shop } = event.locals
  const card = cardOfPost(post, shop)
  const place = placeOf(event)
  const way = [
    { name: shop.name, path: '/' },
    ...(campaign ? [{ name: campaign.name, path: pathOf.campaign(campaign) }] : []),
    { name: card.title, path: card.path }
  ]
  event.locals.about = {
    ...{ card, type: 'article', publishedAt: post.publishedAt, news: 'all' },
    things: [describePost(post, shop, place), trail(place, way)]
  }
  return card
}

export const actions = { ...actionsOf }
