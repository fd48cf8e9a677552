import { expect, test } from 'vitest'
import { couponInputOf } from './read-form.ts'

const shop = { currency: 'EUR', timezone: 'Europe/Helsinki' }

test('a coupon is read as people type it, on the wall clock of the shop', () => {
  const fields = {
    code: 'herring10',
    kind: 'amount',
    value: '5,50',
    minGoods: '30',
    endsAt: '2026-07-20T18:00'
  }
  expect(couponInputOf(fields, shop)).toEqual({
    ok: true,
    value: {
      ...{ code: 'herring10', kind: 'amount', value: 550, minGoods: 3000, maxUses: null, startsAt: null },
      ...{ endsAt: new Date('2026-07-20T15:00:00Z'), oncePerEmail: false }
    }
  })
})

test('what is no percent, no sum or no time is refused by its field', () => {
  const field = (fields: Record<string, string>) => {
    const read = couponInputOf({ code: 'A1', kind: 'percent', value: '10', ...fields }, shop)
    return read.ok ? null : read.detail?.field
  }
  expect(field({ value: '10 %' })).toBeNull()
  expect(field({ value: '1,5' })).toBe('value')
  expect(field({ kind: 'amount', value: '-1' })).toBe('value')
  expect(field({ minGoods: 'much' })).toBe('minGoods')
  expect(field({ endsAt: '2026-02-30T10:00' })).toBe('endsAt')
})
