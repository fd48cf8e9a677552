/**
 * Every kind of thing that can happen on the square, with what its payload carries.
 * No personal text, ever: a ledger row outlives the person it came from.
 */
export type Payloads = {
  view: null
  product_view: null
  click: { to: 'product' | 'buy' | 'link' }
  share_visit: null
  like: null
  unlike: null
  repost: null
  unrepost: null
  save: null
  unsave: null
  comment: { commentId: string }
  comment_deleted: { commentId: string }
  share: null
  follow: null
  unfollow: null
  member_joined: null
  /** Its subject is the id that nothing else carries any more. */
  member_erased: null
  post_published: null
  post_removed: null
  cart: { cartId: string }
  checkout: { cartId: string }
  /** A cart's goods went to a store elsewhere, to be bought there. */
  hand_over: { handOverId: string; storeId: string; cartId: string }
  /** Written when the money is ours; amount is what the goods earn: less discount, VAT and delivery. */
  order: { orderId: string; total: number }
  order_cancelled: { orderId: string }
  /** Pieces that will never be sent; total is what the buyer no longer owes or gets back for them, gross. */
  pieces_cancelled: { orderId: string; pieces: number; total: number }
  /** amount is negative: what the goods no longer earn. */
  refund: { orderId: string; total: number }
  /** An order in a store elsewhere that came by a hand-over of ours and was paid; amount is what the goods earn there. */
  store_order: { orderId: string; storeId: string; total: number }
  /** Such an order is another than was told; amount is the difference, total the order's new one. */
  store_order_changed: { orderId: string; storeId: string; total: number }
  /** Money went back there, or the order was called off; amount is negative. */
  store_refund: { orderId: string; storeId: string; total: number }
  fulfilment: { orderId: string }
  stock: { variantId: string; reason: string }
  price: { variantId: string; from: number | null; to: number }
  import: { importId: string; created: number; updated: number; skipped: number }
}

export type Kind = keyof Payloads

/** The kinds a browser may report by itself: untrusted, counted only after intake's steps. */
export const INTAKE_KINDS = ['view', 'product_view', 'click', 'share'] as const satisfies readonly Kind[]
export type IntakeKind = (typeof INTAKE_KINDS)[number]
