/** An order of another system as a file tells it. */
export type PastOrderDraft = {
  /** Which system it comes from; with its number it is the same order whenever it comes again. */
  source: string
  number: string
  placedAt: Date
  email: string | null
  name: string
  state: 'paid' | 'open' | 'refunded' | 'cancelled'
  currency: string
  /** Minor units of the order's own currency. */
  total: number
  shipping: number
  tax: number
  discount: number
  refunded: number
  coupon: string | null
  note: string
  lines: { title: string; sku: string | null; quantity: number; price: number }[]
  /** That it came by a hand-over of ours: its code, the store's own id of it ('' if the file has none), its first and last moment. */
  sale?: { code: string; outsideId: string; placedAt: Date; changedAt: Date }
}
