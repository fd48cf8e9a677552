import type { IntakeKind } from '#domain/ledger/index.ts'

/** What a browser reports by itself: something was seen or tapped. Nothing in it is believed before the steps. */
export type Interaction = {
  kind: IntakeKind
  subject: 'post' | 'product'
  id: string
  /** Of a tap: what was tapped. */
  to?: 'product' | 'buy' | 'link'
  /** The post a product was seen or tapped on. */
  postId?: string
  /** When the browser says it happened, in milliseconds since 1970. */
  at: number
}

/** A link that was followed, as the server knows it. */
export type FollowedLink = {
  code: string
  postId: string | null
  productId: string | null
  campaignId: string | null
  /** Whose own link it is: the visit counts for them. */
  sharer: string | null
}

/** Who reports: the same for every interaction of one request. */
export type Reporter = {
  shopId: number
  /** A member's id or a visitor's day key. */
  actor: string | null
  staff: boolean
  userAgent: string
  /** The network in the address the visitor came by, if any. */
  network: string | null
}

/** Why something is not counted. Each is counted itself, per shop and day. */
export const DROP_REASONS = ['bot', 'staff', 'nobody', 'stale', 'unknown', 'repeat'] as const
export type DropReason = (typeof DROP_REASONS)[number]
