import type { Context as Ctx } from '#context'
import { findOpenCampaign } from '#domain/campaigns/index.ts'
import { pathOf } from '#domain/pages/index.ts'
import { listLatest } from '#domain/posts/index.ts'
import type { Shop } from '#domain/shops/index.ts'
import { storyOf, type News } from './story.ts'
import { writeAtom } from './write-atom.ts'
import { writeJsonFeed } from './write-json-feed.ts'
import { writeRss } from './write-rss.ts'

/** The three ways in which a shop's posts can be followed by a program. */
export const FORMATS = {
  rss: { write: writeRss, type: 'application/rss+xml; charset=utf-8' },
  atom: { write: writeAtom, type: 'application/atom+xml; charset=utf-8' },
  json: { write: writeJsonFeed, type: 'application/feed+json; charset=utf-8' }
}
export type Format = keyof typeof FORMATS

type Asked = { shop: Shop; origin: string; format: Format; campaign: string | null }

/** The latest posts of a shop, or of one campaign; undefined when there is no such campaign to be seen. */
export async function gatherNews(
  ctx: Pick<Ctx, 'db'>,
  { shop, origin, format, campaign: slug }: Asked
): Promise<News | undefined> {
  const campaign = slug === null ? null : await findOpenCampaign(ctx, shop.id, slug)
  if (campaign === undefined) return undefined
  const posts = await listLatest(ctx, shop.id, campaign?.id ?? null)
  const of = campaign ? `?campaign=${encodeURIComponent(campaign.slug)}` : ''
  return {
    title: campaign ? `${campaign.name} · ${shop.name}` : shop.name,
    about: campaign ? (campaign.hashtag ?? '') && `#${campaign.hashtag}` : shop.about,
    ...{ shop, origin, self: `${origin}/posts.${format}${of}` },
    page: origin + (campaign ? pathOf.campaign(campaign) : '/'),
    changedAt: posts[0]?.publishedAt ?? new Date(0),
    stories: posts.map((post) => storyOf(post, shop, origin))
  }
}
