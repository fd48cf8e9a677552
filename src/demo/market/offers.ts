import type { Context } from '#context'
import { createCampaign } from '#domain/campaigns/index.ts'
import { createCoupon } from '#domain/coupons/index.ts'
import { createFeed } from '#domain/feeds/index.ts'
import { must } from '../story/must.ts'
import type { CampaignKey } from '../words/index.ts'
import type { Market } from './market.ts'

type Campaign = { name: string; hashtag: string; from: number; to: number }

/** Days ago, and to come where negative. */
const CAMPAIGNS: Record<CampaignKey, Campaign> = {
  herring: { name: 'Herring summer', hashtag: 'HerringSummer', from: 14, to: -14 },
  names: { name: 'Names on bottles', hashtag: 'NamesOnBottles', from: 5, to: -11 },
  sauna: { name: 'Sauna weather', hashtag: 'SaunaWeather', from: 12, to: 5 }
}

/** Opens the reasons why posts are made, the codes that belong to them, and a list of the goods for shoppers elsewhere. */
export async function makeOffers(market: Market, ctx: Context): Promise<void> {
  const { owner, calendar } = market
  for (const key of Object.keys(CAMPAIGNS) as CampaignKey[]) {
    const { name, hashtag, from, to } = CAMPAIGNS[key]
    const dates = { startsAt: calendar.at(from, '00:00'), endsAt: calendar.at(to, '23:59') }
    market.campaigns[key] = await must(createCampaign(ctx, owner, { name, hashtag, ...dates }))
  }
  const campaignId = market.campaigns.herring
  await must(createCoupon(ctx, owner, { code: 'HERRING10', kind: 'percent', value: 10, campaignId }))
  const welcome = {
    code: 'WELCOME5',
    kind: 'amount',
    value: 500,
    minGoods: 3_000,
    oncePerEmail: true
  } as const
  await must(createCoupon(ctx, owner, welcome))
  await must(
    createCoupon(ctx, owner, { code: 'FREESHIP', kind: 'free_shipping', minGoods: 4_000, maxUses: 100 })
  )
  await must(
    createFeed(ctx, owner, { name: 'Google Shopping', network: 'google', country: 'FI', locale: 'en' })
  )
}
