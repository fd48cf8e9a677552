import { expect, test } from 'vitest'
import { refuse } from './refuse.ts'

const event = (locale: string) =>
  ({ locals: { locale, shop: { currency: 'EUR' } }, setHeaders: () => {} }) as unknown as Parameters<
    typeof refuse
  >[0]

test.each([
  ['refund_too_much', 'left'],
  ['price_changed', 'total'],
  ['coupon_min_goods', 'least']
])('the sum in %s is written as its reader writes money, whatever form was refused', (refusal, name) => {
  const told = (locale: string) => refuse(event(locale), { refusal, detail: { [name]: 6_890 } }).data.detail
  expect(told('en')).toEqual({ [name]: '€68.90' })
  expect(told('fi')).toEqual({ [name]: '68,90\u00a0€' })
})

test('what was typed comes back, but no secret', () => {
  const typed = { name: 'Ana', password: 'x', current: 'y', token: 'z', key: 'k' }
  const answer = refuse(event('en'), { refusal: 'wrong_password' }, typed)
  expect([answer.status, answer.data.typed]).toEqual([401, { name: 'Ana' }])
})
