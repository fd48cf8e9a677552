import { createHash } from 'node:crypto'

export type StoreOrderState = 'open' | 'paid' | 'part_refunded' | 'refunded' | 'cancelled'

/** A line as a store tells it. `weight` is what it is worth beside the others: net of discount and VAT, if that is told. */
export type SaidLine = {
  /** Our own variant, where a store knows it. */
  variantId?: string
  outsideId: string | null
  sku: string | null
  title: string
  quantity: number
  weight: number
}

/** Money that went back, by the store's own id of it: told twice it is still one. */
export type SaidRefund = { outsideId: string; total: number; currency: string; at: Date }

/** What a store said of an order at one moment. Sums are minor units of the order's own currency; nobody's name is among it. */
export type SaidOrder = {
  outsideId: string
  number: string
  /** The hand-over's code that came back with it. */
  code: string | null
  currency: string
  total: number
  /** What the goods earn: less discount, VAT and delivery. */
  goods: number
  paid: boolean
  cancelled: boolean
  /** How much went back altogether, as far as this message says so by itself. */
  refunded: number
  refunds: SaidRefund[]
  placedAt: Date
  changedAt: Date
  lines: SaidLine[]
}

/** One message, read: an order as it is, a refund or a deletion by itself (at a time of its own if its sender signed one), or nothing that is of use. */
export type Said =
  | { kind: 'order'; order: SaidOrder; restored?: boolean }
  | { kind: 'refund'; orderId: string; refund: SaidRefund }
  | { kind: 'deleted'; orderId: string; at?: Date }
  | { kind: 'nothing'; why: IgnoredWhy }

export type IgnoredWhy = 'ping' | 'topic' | 'test_order' | 'draft' | 'no_money'

/** How far an order is, for two messages of the same second. */
function rankOf({ cancelled, refunded, total, paid }: SaidOrder): number {
  if (cancelled) return 4
  if (refunded > 0) return refunded >= total ? 3 : 2
  return paid ? 1 : 0
}

/** The greatest mark is the newest message, whichever arrives first: by the store's time, then by how far it is, then by what it says. */
export function markOf(said: SaidOrder): string {
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22)
  return `${said.changedAt.toISOString()} ${rankOf(said)} ${hash}`
}

const A_DAY = 86_400_000

/** A time that is yet to come would be newer than everything that follows. */
export const isAhead = (
  { placedAt, changedAt }: Pick<SaidOrder, 'placedAt' | 'changedAt'>,
  now: Date
): boolean => Math.max(placedAt.getTime(), changedAt.getTime()) > now.getTime() + A_DAY
