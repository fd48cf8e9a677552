import type { Context } from '#context'
import { takeIn } from '#domain/intake/index.ts'
import {
  createLink,
  setLinkDisabled,
  shareLinkFor,
  type CreateLinkInput,
  type Network
} from '#domain/links/index.ts'
import { demoPeople } from '../drawings/index.ts'
import { after } from '../story/calendar.ts'
import { chance } from '../story/chance.ts'
import type { Moment } from '../story/moments.ts'
import { must } from '../story/must.ts'
import { memberOf, type Market } from './market.ts'
import type { Told } from './posting.ts'
import { skuOf } from './sku.ts'

/** A way in from a network to a post, usable from a moment on. */
export type Way = { told: Told; network: Network; from: Date; code?: string }

/** Where each post is put besides the square: everything on Instagram, the big ones everywhere. */
const networksFor = ({ post }: Told): Network[] => {
  if (post.appeal >= 2) return ['instagram', 'facebook', 'bluesky', 'mastodon', 'pinterest', 'email']
  return post.appeal >= 1.1 ? ['instagram', 'facebook', 'bluesky'] : ['instagram', 'mastodon']
}

export const planWays = (posts: readonly Told[]): Way[] =>
  posts.flatMap((told) =>
    networksFor(told).map((network, i) => ({ told, network, from: after(told.at, 3 + 2 * i) }))
  )

/** The marketer makes a short link for each network right after a post is out. */
export const makeWays = (market: Market, ways: readonly Way[]): Moment[] =>
  ways.map((way) => ({
    at: way.from,
    alone: true,
    async tell(ctx) {
      const label = `${way.network[0]!.toUpperCase()}${way.network.slice(1)}: ${way.told.post.title}`
      const input = { target: { postId: way.told.id! }, network: way.network, label: label.slice(0, 80) }
      way.code = (await must(createLink(ctx, memberOf(market, 'sanna'), input))).code
    }
  }))

type Standing = { daysAgo: number; input: CreateLinkInput; disabled?: true }

/** Links that stand by themselves: carts ready to pay, the code on the awning, and one that is over. */
function standingLinks({ shelf, campaigns, calendar }: Market): Standing[] {
  const cart = (
    label: string,
    network: Network,
    skus: string[],
    more: { coupon?: string; campaignId?: string } = {}
  ) => {
    const { coupon, ...rest } = more
    const items = skus.map((sku) => ({ sku, quantity: 1 }))
    return { label, network, target: { items, ...(coupon && { coupon }) }, ...rest }
  }
  const herrings = [
    ['M', 'Orange'],
    ['M', 'Blue']
  ].map((choice) => skuOf('herring-tee', choice))
  const names = ['Awning', 'Night'].map((colour) => skuOf('name-bottle', [colour]))
  const { herring: campaignId, names: named } = campaigns
  const over = {
    label: 'Poster on the ferry',
    network: 'print',
    target: { path: '/' },
    code: 'ferry'
  } as const
  const links: Standing[] = [
    {
      daysAgo: 19,
      input: { label: 'QR code on the awning', network: 'print', target: { path: '/' }, code: 'stall' }
    },
    { daysAgo: 18, input: { ...over, expiresAt: calendar.at(9, '18:00') } },
    { daysAgo: 12, input: cart('Löyly towel and tar candle', 'instagram', ['LOYLY-TOWEL', 'TAR-CANDLE']) },
    {
      daysAgo: 5,
      input: cart('Two herrings, one of each', 'email', herrings, { coupon: 'HERRING10', campaignId })
    },
    { daysAgo: 2, input: cart('Bottles for two', 'whatsapp', names, { campaignId: named }) },
    {
      daysAgo: 16,
      input: { label: 'Old size chart', target: { path: '/products' }, code: 'sizes' },
      disabled: true
    }
  ]
  const sold = new Set([...shelf.values()].flatMap(({ variants }) => variants.map(({ sku }) => sku)))
  return links.filter(
    ({ input: { target } }) => !('items' in target) || target.items.every(({ sku }) => sold.has(sku))
  )
}

export const makeStandingLinks = (market: Market): Moment[] =>
  standingLinks(market)
    .filter(({ daysAgo }) => daysAgo < market.scale.days)
    .map(({ daysAgo, input, disabled }) => ({
      at: market.calendar.at(daysAgo, '17:50'),
      async tell(ctx) {
        const { code } = await must(createLink(ctx, memberOf(market, 'sanna'), input))
        if (disabled) await must(setLinkDisabled(ctx, market.owner, { code, disabled }))
      }
    }))

/** Members who pass a post on by a link of their own: shared on some other network, and noted as shared here. */
export function passOn(market: Market, posts: readonly Told[]): { shares: Moment[]; links: Share[] } {
  const dice = chance('shares')
  const links = posts.flatMap((told) =>
    Array.from({ length: Math.round(told.post.appeal * dice.between(0.4, 2)) }, (): Share => ({
      told,
      by: dice.pick(demoPeople).handle,
      at: after(told.at, 20 + dice.wait(500))
    }))
  )
  const shares = links.map((share) => ({
    at: share.at,
    alone: true,
    tell: (ctx: Context) => shareOne(market, ctx, share)
  }))
  return { shares, links }
}

export type Share = { told: Told; by: string; at: Date; code?: string }

async function shareOne(market: Market, ctx: Context, share: Share): Promise<void> {
  const member = memberOf(market, share.by)
  const path = await shareLinkFor(ctx, member, { postId: share.told.id! })
  share.code = path?.split('/').at(-1)
  const reporter = {
    ...{ shopId: market.shop.id, actor: member.memberId, staff: member.role !== 'member' },
    ...{ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)', network: null }
  }
  await takeIn(ctx, reporter, [
    { kind: 'share', subject: 'post', id: share.told.id!, at: share.at.getTime() }
  ])
}
