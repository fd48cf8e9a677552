import type { Context } from '#context'
import { reactedPosts, type ReactedPost } from './reacted-posts.ts'
import { risingProducts, type RisingProduct } from './rising-products.ts'

export type RightNow = { rising: RisingProduct[]; reacted: ReactedPost[] }

const TTL_MS = 60_000
const MOST_SHOPS = 1_000

type Known = { at: number; now: Promise<RightNow> }
const known = new WeakMap<Context, Map<number, Known>>()

/** What the square is about at this hour. Asked by every visit to the feed, so it is kept for a minute per shop. */
export async function rightNow(ctx: Context, shopId: number): Promise<RightNow> {
  let shops = known.get(ctx)
  if (!shops) known.set(ctx, (shops = new Map()))
  const at = ctx.clock.now().getTime()
  const kept = shops.get(shopId)
  if (kept && at - kept.at < TTL_MS) return kept.now
  const now = read(ctx, shopId)
  if (shops.size >= MOST_SHOPS) shops.clear()
  shops.set(shopId, { at, now })
  now.catch(() => shops.delete(shopId))
  return now
}

async function read(ctx: Context, shopId: number): Promise<RightNow> {
  const [rising, reacted] = await Promise.all([risingProducts(ctx, shopId), reactedPosts(ctx, shopId)])
  return { rising, reacted }
}
