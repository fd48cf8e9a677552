import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exponentOf, formatMoney, moneyParts, parseMoney, prorate } from './index.ts'

test('prorated parts always add up to the total and keep its sign', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), weights, (total, w) => {
      const parts = prorate(total, w)
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
      for (const part of parts) expect(part === 0 || Math.sign(part) === Math.sign(total)).toBe(true)
    })
  )
})

test('no part is further than one minor unit from its exact share', () => {
  expect(prorate(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(prorate(-5, [1, 1])).toEqual([-3, -2])
})

test('a price is written as its reader writes it', () => {
  expect(formatMoney({ amount: 3400, currency: 'EUR' }, 'en')).toBe('€34.00')
  expect(formatMoney({ amount: 3400, currency: 'EUR' }, 'fi')).toBe('34,00\u00a0€')
  expect(moneyParts({ amount: 123456, currency: 'EUR' }, 'en')).toEqual({
    whole: '1,234',
    cents: '56',
    sign: '€',
    signFirst: true
  })
  expect(moneyParts({ amount: 3400, currency: 'EUR' }, 'nb').signFirst).toBe(false)
  expect(exponentOf('JPY')).toBe(0)
})

test('an amount is read as people type it, and nonsense is not an amount', () => {
  const read = (text: string, currency = 'EUR') => parseMoney(text, currency)
  expect([read('12'), read('12.5'), read('12,50'), read('1 234,05'), read('0')]).toEqual([
    1200, 1250, 1250, 123405, 0
  ])
  expect(read('500', 'JPY')).toBe(500)
  for (const text of ['', '-1', '1.234', '12.', 'abc', '1e3', '1,5,0', '99999999999'])
    expect(read(text)).toBeUndefined()
  expect(read('1.5', 'JPY')).toBeUndefined()
})
