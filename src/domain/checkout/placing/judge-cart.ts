import type { CartLine } from '#domain/carts/index.ts'
import type { CouponRefusal } from '#domain/coupons/index.ts'
import { refused } from '#platform/outcome.ts'
import type { Reckoned } from '../pricing/reckon.ts'
import type { Terms } from '#domain/delivery/index.ts'
import type { PlaceInput } from './draw-up.ts'

export type AgreeRefusal =
  'cart_empty' | 'line_gone' | 'choice_open' | 'rate_gone' | 'invalid' | 'currency_mismatch' | 'price_changed'

/** What stands against this deal; undefined when both sides mean the same thing. */
export function judgeCart(lines: readonly CartLine[], terms: Terms, reckoned: Reckoned, input: PlaceInput) {
  const { rate, needsShipping, couponRefusal, totals } = reckoned
  if (lines.length === 0) return refused<AgreeRefusal>('cart_empty')
  const gone = lines.find((line) => !line.live)
  if (gone) return refused<AgreeRefusal>('line_gone', { title: gone.title })
  const open = lines.find((line) => line.choiceOpen)
  if (open) return refused<AgreeRefusal>('choice_open', { title: open.title })
  if (couponRefusal) return refused<CouponRefusal>(couponRefusal)
  if (needsShipping && (!rate || rate.id !== input.rateId)) return refused<AgreeRefusal>('rate_gone')
  const missing = rate && rate.kind !== 'pickup' ? missingLine(input) : undefined
  if (missing) return refused<AgreeRefusal>('invalid', { field: missing })
  if (input.expected.currency !== terms.currency) return refused<AgreeRefusal>('currency_mismatch')
  if (input.expected.amount !== totals.total) {
    return refused<AgreeRefusal>('price_changed', { total: totals.total, currency: terms.currency })
  }
  return undefined
}

/** Goods that are sent need an address. */
const missingLine = ({ shipTo }: PlaceInput) =>
  (['line1', 'postcode', 'city'] as const).find((field) => shipTo[field] === '')
