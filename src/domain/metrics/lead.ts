import type { Compared } from './results.ts'
import type { Ranked } from './ranked.ts'

/** The one thing to say first about a window; the interface puts it into words. */
export type Lead =
  | { kind: 'best'; key: string; carts: number; trend: Trend }
  | { kind: 'orders'; orders: number; trend: Trend }
  | { kind: 'clicks'; clicks: number; trend: Trend }
  | { kind: 'seen'; impressions: number }
  | { kind: 'quiet' }

/** Against the window before: so many times as much, fewer, about as many, or nothing to compare with. */
export type Trend =
  { kind: 'times'; times: number } | { kind: 'fewer'; before: number } | { kind: 'same' } | { kind: 'new' }

const WORTH_SAYING = 3

/**
 * Chooses what to say: the post that brought most carts; else orders, taps or views, whichever is the furthest
 * anyone came; else that it was quiet. Small numbers are not compared: 2 against 1 is no doubling.
 */
export function leadOf({ now, before }: Compared, posts: readonly Ranked[]): Lead {
  const best = posts.toSorted((a, b) => b.carts - a.carts)[0]
  if (best && best.carts >= WORTH_SAYING) {
    return { kind: 'best', key: best.key, carts: best.carts, trend: trendOf(best.carts, best.cartsBefore) }
  }
  if (now.orders > 0) return { kind: 'orders', orders: now.orders, trend: trendOf(now.orders, before.orders) }
  if (now.clicks > 0) return { kind: 'clicks', clicks: now.clicks, trend: trendOf(now.clicks, before.clicks) }
  if (now.impressions) return { kind: 'seen', impressions: now.impressions }
  return { kind: 'quiet' }
}

function trendOf(now: number, before: number): Trend {
  if (before < WORTH_SAYING || now < WORTH_SAYING) return { kind: 'new' }
  const times = now / before
  if (times >= 1.5) return { kind: 'times', times: Math.round(times * 10) / 10 }
  return times <= 0.75 ? { kind: 'fewer', before } : { kind: 'same' }
}
