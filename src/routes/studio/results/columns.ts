import type { Dimension, Measure } from '#domain/metrics/index.ts'
import * as m from '#messages'

/** How each measure is called. */
export const measureName: Record<Measure, () => string> = {
  impressions: m.measure_impressions,
  likes: m.measure_likes,
  reposts: m.measure_reposts,
  shares: m.measure_shares,
  comments: m.measure_comments,
  saves: m.measure_saves,
  clicks: m.measure_clicks,
  carts: m.measure_carts,
  orders: m.measure_orders,
  revenue: m.measure_revenue,
  ordersElsewhere: m.measure_orders_elsewhere,
  revenueElsewhere: m.measure_revenue_elsewhere
}

const SOLD: Measure[] = ['clicks', 'carts', 'orders', 'revenue']
const SOCIAL: Measure[] = ['impressions', 'likes', 'reposts', 'shares', 'comments', 'saves']

/** The columns of a table of results: what a reader needs first, or everything that is counted there. */
export function columnsOf(by: Dimension, all: boolean): Measure[] {
  if (by === 'link') return SOLD
  if (by === 'product') return ['impressions', ...SOLD]
  return all ? [...SOCIAL, ...SOLD] : ['impressions', 'likes', ...SOLD]
}
