import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buyPath, parseBuyItems } from './buy-items.ts'

test('quantities may be missing, blanks do not matter, the same thing twice adds up', () => {
  expect(parseBuyItems(' MUG-1 : 2, TEE M ,MUG-1;SOCK:99,')).toEqual([
    { sku: 'MUG-1', quantity: 3 },
    { sku: 'TEE M', quantity: 1 },
    { sku: 'SOCK', quantity: 99 }
  ])
})

test.each([
  '',
  ',',
  'MUG:0',
  'MUG:-1',
  'MUG:100',
  'MUG:1e3',
  'MUG:2.5',
  'A:B:2',
  ':2',
  'M\u0000UG',
  'x'.repeat(201)
])('%j cannot be meant', (text) => {
  expect(parseBuyItems(text)).toBeUndefined()
})

test('fifty lines are the most', () => {
  const lines = (n: number) => Array.from({ length: n }, (_, i) => `S${i}`).join(',')
  expect(parseBuyItems(lines(50))).toHaveLength(50)
  expect(parseBuyItems(lines(51))).toBeUndefined()
})

test('what is written into an address is read back the same', () => {
  const sku = fc.stringMatching(/^[A-Za-z0-9ÅÄÖ&+%#?/ ._-]{1,40}$/).map((s) => s.trim() || 'x')
  const items = fc.uniqueArray(fc.record({ sku, quantity: fc.integer({ min: 1, max: 99 }) }), {
    minLength: 1,
    maxLength: 20,
    selector: (item) => item.sku
  })
  fc.assert(
    fc.property(items, (wanted) => {
      const url = new URL(buyPath(wanted, 'SUMMER & co'), 'https://shop.example')
      expect(parseBuyItems(url.searchParams.get('items')!)).toEqual(wanted)
      expect(url.searchParams.get('coupon')).toBe('SUMMER & co')
    })
  )
})
