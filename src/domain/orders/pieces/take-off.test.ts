import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priceCart } from '#domain/checkout/pricing/price-cart.ts'
import { taxWithin } from '#platform/money/index.ts'
import { worthOf } from '../refunds/worth.ts'
import { withoutParts } from './take-off.ts'

const line = fc.record({
  price: fc.nat(50_000),
  quantity: fc.integer({ min: 1, max: 12 }),
  taxClass: fc.constantFrom('standard', 'food', 'books')
})
const coupon = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('percent' as const), value: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('amount' as const), value: fc.integer({ min: 1, max: 90_000 }) }),
  fc.constant({ kind: 'free_shipping' as const, value: 0 })
)
const TAXES = { standard: 2_550, food: 1_400, books: 0 }

/** An order as it is placed, with lines that commands could see. */
function agree(lines: { price: number; quantity: number; taxClass: string }[], off: never, shipping: number) {
  const totals = priceCart(
    lines.map((one, i) => ({ ...one, variantId: String(i) })),
    off,
    { price: shipping },
    TAXES
  )
  const figures = totals.lines.map((priced, i) => {
    const { total, tax, basisPoints } = priced
    const none = { unearned: 0, fulfilled: 0, refunded: 0, cancelled: 0 }
    return {
      id: String(i),
      variantId: String(i),
      quantity: lines[i]!.quantity,
      total,
      tax,
      basisPoints,
      ...none
    }
  })
  const net = figures.reduce((sum, { total, tax }) => sum + total - tax, 0)
  return { totals, figures, order: { total: totals.total, net, taxes: totals.taxes } }
}

test('what is owed is always the share of the pieces left and the delivery, to the cent, and its VAT is that of what is owed', () => {
  const cuts = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 5 })), { maxLength: 12 })
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      coupon,
      fc.nat(3_000),
      cuts,
      (lines, off, shipping, steps) => {
        const { totals, figures, order } = agree(lines, off as never, shipping)
        let now = order
        for (const [at, wanted] of steps) {
          const of = figures[at % figures.length]!
          const quantity = Math.min(wanted, of.quantity - of.refunded)
          now = withoutParts(now, [{ line: of, ...worthOf(of, quantity) }])
          of.refunded += quantity
        }
        const gone = figures.map((of) => worthOf({ ...of, refunded: 0 }, of.refunded))
        const left = figures.map((of, i) => of.total - gone[i]!.amount)
        expect(now.total).toBe(left.reduce((a, b) => a + b, 0) + totals.shipping)
        expect(now.net).toBe(order.net - gone.reduce((sum, { net }) => sum + net, 0))
        expect(now.taxes.reduce((sum, { gross }) => sum + gross, 0)).toBe(now.total)
        for (const [i, { total, tax }] of figures.entries()) {
          expect(Math.min(left[i]!, total - tax - gone[i]!.net)).toBeGreaterThanOrEqual(0)
        }
        for (const { basisPoints, gross, tax } of now.taxes) {
          expect(gross).toBeGreaterThanOrEqual(0)
          expect(tax).toBe(taxWithin(gross, basisPoints))
        }
        // All of it gone: only the delivery is left.
        if (figures.every((of) => of.refunded === of.quantity))
          expect([now.total, now.net]).toEqual([totals.shipping, 0])
      }
    )
  )
})
