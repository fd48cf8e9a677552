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
 * What the goods no longer earn when `amount` goes back, `shipping` of it for delivery: the last cent of an order takes
 * all that is left, the worth of returned lines is exact, less for them takes its share, and what is given beyond them
 * counts as the order's own mix of goods, VAT and delivery.
 */
export function netOf(
  order: Before,
  amount: number,
  returned: { amount: number; net: number; shipping: number }
): number {
  const left = order.net - order.netRefunded
  if (order.refunded + amount >= order.total) return left
  const forGoods = Math.max(0, amount - returned.shipping)
  const beyond = forGoods - returned.amount
  const net =
    beyond < 0
      ? Math.round((returned.net * forGoods) / returned.amount)
      : returned.net + Math.round((beyond * order.net) / order.total)
  return Math.max(0, Math.min(left, net))
}
