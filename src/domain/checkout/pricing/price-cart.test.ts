import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priceCart, type Discount } from './price-cart.ts'

const FINLAND = { standard: 2_550, reduced: 1_350, zero: 0 }
const line = fc.record({
  variantId: fc.uuid(),
  price: fc.integer({ min: 0, max: 1_000_000_000 }),
  quantity: fc.integer({ min: 1, max: 99 }),
  taxClass: fc.constantFrom('standard', 'reduced', 'zero', 'unheard of')
})
const coupon: fc.Arbitrary<Discount | null> = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('percent' as const), value: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('amount' as const), value: fc.integer({ min: 1, max: 1_000_000_000 }) }),
  fc.constant({ kind: 'free_shipping' as const, value: 0 })
)
const rate = fc.option(fc.record({ price: fc.integer({ min: 0, max: 100_000 }) }))
const rates = fc.record({
  standard: fc.integer({ min: 0, max: 10_000 }),
  reduced: fc.integer({ min: 0, max: 10_000 }),
  zero: fc.constant(0)
})
const sum = (parts: number[]) => parts.reduce((a, b) => a + b, 0)

test('whatever is in the cart, every figure adds up, none is negative and VAT is part of the total', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 50 }), coupon, rate, rates, (lines, discount, ship, vat) => {
      const priced = priceCart(lines, discount, ship, vat)
      expect(priced.total).toBe(priced.goods - priced.discount + priced.shipping)
      expect(sum(priced.lines.map((l) => l.goods))).toBe(priced.goods)
      expect(sum(priced.lines.map((l) => l.discount))).toBe(priced.discount)
      expect(sum(priced.lines.map((l) => l.total))).toBe(priced.total - priced.shipping)
      expect(sum(priced.taxes.map((t) => t.gross))).toBe(priced.total)
      expect(sum(priced.taxes.map((t) => t.tax))).toBe(priced.tax)
      expect(priced.tax).toBeLessThanOrEqual(priced.total)
      for (const l of priced.lines) {
        for (const figure of [l.goods, l.discount, l.total, l.tax]) {
          expect(Number.isSafeInteger(figure) && figure >= 0).toBe(true)
        }
        expect(l.tax).toBeLessThanOrEqual(l.total)
      }
    })
  )
})

test('the mock’s basket: two things, ten percent off, Finnish VAT', () => {
  const lines = [
    { variantId: 'bottle', price: 2_490, quantity: 1, taxClass: 'standard' },
    { variantId: 'tee', price: 3_400, quantity: 1, taxClass: 'standard' }
  ]
  const priced = priceCart(lines, { kind: 'percent', value: 10 }, { price: 0 }, FINLAND)
  expect(priced).toMatchObject({ goods: 5_890, discount: 589, shipping: 0, total: 5_301, tax: 1_077 })
  expect(priced.lines.map((l) => l.discount)).toEqual([249, 340])
})

test('delivery is taxed as the goods it carries, and by the standard rate when it carries nothing of worth', () => {
  const lines = [
    { variantId: 'a', price: 3_000, quantity: 1, taxClass: 'standard' },
    { variantId: 'b', price: 1_000, quantity: 1, taxClass: 'reduced' }
  ]
  expect(priceCart(lines, null, { price: 400 }, FINLAND).taxes).toEqual([
    { basisPoints: 2_550, gross: 3_300, tax: 671 },
    { basisPoints: 1_350, gross: 1_100, tax: 131 }
  ])
  expect(priceCart([], null, { price: 1_255 }, FINLAND)).toMatchObject({ total: 1_255, tax: 255 })
})

test('a discount never exceeds the goods, and free delivery takes off the delivery only', () => {
  const lines = [{ variantId: 'a', price: 500, quantity: 2, taxClass: 'standard' }]
  expect(priceCart(lines, { kind: 'amount', value: 9_999 }, { price: 490 }, FINLAND)).toMatchObject({
    discount: 1_000,
    total: 490
  })
  expect(priceCart(lines, { kind: 'free_shipping', value: 0 }, { price: 490 }, FINLAND)).toMatchObject({
    discount: 0,
    shipping: 0,
    total: 1_000
  })
})

test('a country without a rate takes no VAT out of the price', () => {
  const lines = [{ variantId: 'a', price: 1_000, quantity: 1, taxClass: 'standard' }]
  expect(priceCart(lines, null, { price: 100 }, {})).toMatchObject({ total: 1_100, tax: 0 })
})
