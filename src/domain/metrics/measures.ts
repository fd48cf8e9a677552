/**
 * What results count. An order is counted when it is paid; a refund lowers revenue, never orders. Null is "not known",
 * never 0. How we count, in the studio, defines each.
 */
export type Measures = {
  impressions: number | null
  likes: number | null
  reposts: number | null
  shares: number | null
  comments: number | null
  saves: number | null
  clicks: number
  carts: number
  orders: number
  /** Net of discounts, refunds, VAT and shipping, in minor units. */
  revenue: number
  /** Of these orders and this revenue, what was sold in stores elsewhere after a hand-over. */
  ordersElsewhere: number
  revenueElsewhere: number
}
export type Measure = keyof Measures

/** Kinds whose amount is revenue: our own orders, and those of stores elsewhere. */
const ELSEWHERE = ['store_order', 'store_order_changed', 'store_refund'] as const
export const REVENUE = {
  revenue: ['order', 'refund', ...ELSEWHERE],
  revenueElsewhere: ELSEWHERE
} as const satisfies Partial<Record<Measure, readonly string[]>>

/** Whether a measure is money, in minor units. */
export const isMoney = (measure: Measure): measure is keyof typeof REVENUE => measure in REVENUE

/** Kinds that add to a measure, and those that take away from it. */
export const KINDS: Record<
  Exclude<Measure, keyof typeof REVENUE>,
  readonly [plus: readonly string[], minus?: string]
> = {
  impressions: [['view', 'product_view']],
  likes: [['like'], 'unlike'],
  reposts: [['repost'], 'unrepost'],
  shares: [['share']],
  comments: [['comment'], 'comment_deleted'],
  saves: [['save'], 'unsave'],
  clicks: [['click']],
  carts: [['cart']],
  orders: [['order', 'store_order']],
  ordersElsewhere: [['store_order']]
}

/** Every measure, in the order in which they are told: what elsewhere adds to orders and revenue comes last. */
export const MEASURES = [
  ...(Object.keys(KINDS) as (keyof typeof KINDS)[]).filter((measure) => measure !== 'ordersElsewhere'),
  'revenue',
  'ordersElsewhere',
  'revenueElsewhere'
] as const

/** What we always know ourselves; the rest only we or a network can tell. */
export const OWN: readonly Measure[] = [
  'clicks',
  'carts',
  'orders',
  'revenue',
  'ordersElsewhere',
  'revenueElsewhere'
]

/** What is known of a product from its order lines, not from the rollup. */
export const SALES: readonly Measure[] = ['orders', 'revenue', 'ordersElsewhere', 'revenueElsewhere']

export const DIMENSIONS = ['post', 'campaign', 'link', 'product'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What each dimension knows for sure: our own square tells everything of a post, of a link only what it led to. */
export const KNOWN: Record<Dimension | 'shop', readonly Measure[]> = {
  shop: MEASURES,
  post: MEASURES,
  campaign: MEASURES,
  product: [...OWN, 'impressions'],
  link: OWN
}

/** A share of two counts; null when the whole is 0 or either is unknown. */
export const ratio = (part: number | null, whole: number | null): number | null =>
  part === null || !whole || whole < 0 ? null : part / whole

export const ctr = (m: Measures): number | null => ratio(m.clicks, m.impressions)

/** Likes, reposts, shares, comments and saves of those who saw it; null if any of them is unknown. */
export function engagementRate(m: Measures): number | null {
  const parts = [m.likes, m.reposts, m.shares, m.comments, m.saves]
  if (parts.some((part) => part === null)) return null
  return ratio(
    parts.reduce<number>((sum, part) => sum + part!, 0),
    m.impressions
  )
}

/** Average value of an order; null without one. */
export const aov = (m: Measures): number | null => ratio(m.revenue, m.orders)
