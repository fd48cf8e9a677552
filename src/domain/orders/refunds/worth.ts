import type { LineFigures } from '../lines.ts'

type Figures = Pick<LineFigures, 'quantity' | 'refunded' | 'total' | 'tax'>

/** What the next pieces of a line are worth: the pieces of a line add up to it exactly, in whatever portions. */
export function worthOf(line: Figures, quantity: number): { amount: number; net: number } {
  return {
    amount: share(line.total, line, quantity),
    net: share(line.total - line.tax, line, quantity)
  }
}

function share(whole: number, { quantity: all, refunded }: Figures, quantity: number): number {
  const upTo = (pieces: number) => Math.round((whole * pieces) / all)
  return upTo(refunded + quantity) - upTo(refunded)
}

type Before = { total: number; net: number; refunded: number; netRefunded: number }

/**
 * What the goods no longer earn when `amount` goes back: the last cent of an order takes all that is left, the worth
 * of returned lines is exact, and a sum without lines counts as the order's own mix of goods, VAT and delivery.
 */
export function netOf(order: Before, amount: number, returned: { amount: number; net: number }): number {
  const left = order.net - order.netRefunded
  if (order.refunded + amount >= order.total) return left
  const rest = amount - returned.amount
  const mixed =
    rest > 0 && returned.amount === 0 ? Math.round((amount * order.net) / order.total) : returned.net
  return Math.max(0, Math.min(left, mixed))
}
