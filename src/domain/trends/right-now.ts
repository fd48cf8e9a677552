import type { Context } from '#context'
import { rising, type Rising } from '#domain/metrics/index.ts'
import type { Shop } from '#domain/shops/index.ts'
import { reactedPosts, type ReactedPost } from './reacted-posts.ts'

export type RightNow = { rising: Rising[]; reacted: ReactedPost[] }

const TTL_MS = 60_000
const MOST_SHOPS = 1_000

type Known = { at: number; now: Promise<RightNow> }
const known = new WeakMap<Context, Map<number, Known>>()

/** What the square is about at this hour. Asked by every visit to the feed, so it is kept for a minute per shop. */
export async function rightNow(ctx: Context, shop: Pick<Shop, 'id' | 'timezone'>): Promise<RightNow> {
  let shops = known.get(ctx)
  if (!shops) known.set(ctx, (shops = new Map()))
  const at = ctx.clock.now().getTime()
  const kept = shops.get(shop.id)
  if (kept && at - kept.at < TTL_MS) return kept.now
  const now = read(ctx, shop)
  if (shops.size >= MOST_SHOPS) shops.clear()
  shops.set(shop.id, { at, now })
  now.catch(() => shops.delete(shop.id))
  return now
}

async function read(ctx: Context, { id, timezone }: Pick<Shop, 'id' | 'timezone'>): Promise<RightNow> {
  const [up, reacted] = await Promise.all([rising(ctx, id, timezone), reactedPosts(ctx, id)])
  return { rising: up, reacted }
}
