import { error } from '@sveltejs/kit'
import { findOpenCampaign, type CampaignView } from '#domain/campaigns/index.ts'
import { cardOfCampaign } from '#domain/pages/index.ts'
import { listFeed, type PostView } from '#domain/posts/index.ts'
import { rightNow } from '#domain/trends/index.ts'
import { placeOf } from '../../../head/place.ts'
import { trail } from '../../../head/trail.ts'
import { Unsent } from '../../../whole-page.ts'
import type { PageServerLoad, PageServerLoadEvent } from './$types'

/** A campaign and its posts. One that was put away keeps its page, which is no longer listed anywhere. */
export const load: PageServerLoad = async (event) => {
  const { ctx, shop, actor, cards } = event.locals
  const campaign = await findOpenCampaign(ctx, shop.id, event.params.slug)
  if (!campaign) error(404, 'No such campaign.')
  const { memberId } = actor
  const cursor = event.url.searchParams.get('after')
  const [feed, now] = await Promise.all([
    listFeed(ctx, shop.id, { cursor, campaignId: campaign.id, memberId }),
    rightNow(ctx, shop)
  ])
  tell(event, campaign, feed.posts)
  return { unsent: new Unsent({ campaign, ...feed, rightNow: now, cards }) }
}

/** What other programs are told of a campaign. */
function tell(event: PageServerLoadEvent, campaign: CampaignView, posts: readonly PostView[]): void {
  const card = cardOfCampaign(campaign, posts)
  const way = [
    { name: event.locals.shop.name, path: '/' },
    { name: campaign.name, path: card.path }
  ]
  event.locals.about = {
    ...{ card, type: 'website', news: { campaign: campaign.slug } },
    things: [trail(placeOf(event), way)]
  }
}
