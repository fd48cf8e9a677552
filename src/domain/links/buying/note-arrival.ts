import { isbot } from 'isbot'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { recordTouch } from '#domain/attribution/index.ts'
import { NETWORKS, type Network } from '../networks.ts'

export type Arrival = {
  source: Map<string, string>
  clickId: string | null
  userAgent: string
  lookingAhead: boolean
}

const ORIGINS: Record<string, Network> = {
  facebook: 'facebook',
  instagram: 'instagram',
  meta_shops: 'facebook'
}
const CLICK_IDS: Record<string, Network> = { fbclid: 'facebook', ttclid: 'tiktok', epik: 'pinterest' }

/**
 * Notes by which way someone came who brings a sign of it (utm_*, fbclid, cart_origin, ref), and answers the click id that
 * stands for it; without a sign the one they brought. Programs and browsers that look ahead are not noted.
 */
export async function noteArrival(
  ctx: Context,
  actor: Actor,
  { source, clickId, ...visit }: Arrival
): Promise<string | null> {
  if (source.size === 0 || visit.lookingAhead || isbot(visit.userAgent)) return clickId
  try {
    const [link, campaignId] = await Promise.all([
      linkOf(ctx, actor.shopId, source.get('ref')),
      campaignOf(ctx, actor.shopId, source)
    ])
    return await recordTouch(ctx, ctx.db, actor, {
      ...{ clickId, network: networkOf(source) ?? link?.network ?? null },
      ...{
        linkCode: link?.code,
        postId: link?.postId,
        productId: link?.productId,
        campaignId: campaignId ?? link?.campaignId
      }
    })
  } catch (error) {
    ctx.log.warn({ error }, 'an arrival by a buy link was not noted')
    return clickId
  }
}

function networkOf(source: Map<string, string>): Network | null {
  const origin = ORIGINS[source.get('cart_origin') ?? '']
  const said = source.get('utm_source')?.toLowerCase()
  const named = NETWORKS.find((network) => network === said)
  const clicked = Object.entries(CLICK_IDS).find(([name]) => source.has(name))?.[1]
  return origin ?? named ?? clicked ?? (said ? 'other' : null)
}

/** A `ref` may be one of our own links, a creator's say: then its visit is that link's. */
const linkOf = async ({ db }: Context, shopId: number, ref: string | undefined) =>
  ref
    ? db
        .selectFrom('links')
        .select([
          'code',
          'network',
          'post_id as postId',
          'product_id as productId',
          'campaign_id as campaignId'
        ])
        .where('shop_id', '=', shopId)
        .where('code', '=', ref.toLowerCase())
        .executeTakeFirst()
    : undefined

async function campaignOf(
  { db }: Context,
  shopId: number,
  source: Map<string, string>
): Promise<string | undefined> {
  const slug = source.get('utm_campaign')
  if (!slug) return undefined
  const found = await db
    .selectFrom('campaigns')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return found?.id
}
