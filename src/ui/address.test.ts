import { expect, test } from 'vitest'
import { actionFor, addressFor, pageAgain } from './address.ts'

const finnish = { locale: 'en', shop: { locale: 'fi' }, clickId: null }

test('the shop’s own language has no prefix, the others have one', () => {
  expect(addressFor({ ...finnish, locale: 'fi' }, '/products')).toBe('/products')
  expect(addressFor(finnish, '/products')).toBe('/en/products')
  expect(addressFor(finnish, '/')).toBe('/en')
})

test('the click that brought someone goes with them, beside what the address already carries', () => {
  const reader = { ...finnish, clickId: 'c-12345678' }
  expect(addressFor(reader, '/p/quay')).toBe('/en/p/quay?tclid=c-12345678')
  expect(addressFor(reader, '/p/quay?page=2#comments')).toBe('/en/p/quay?page=2&tclid=c-12345678#comments')
})

test('without a shop, while one is being set up, a path stays as it is', () => {
  expect(addressFor({ locale: 'en', shop: null, clickId: null }, '/setup')).toBe('/setup')
})

test('a form’s action keeps what its page was asked, the click too, but not the action before it', () => {
  const at = (search: string) => actionFor({ search }, 'take')
  expect(at('')).toBe('?/take')
  expect(at('?tclid=c-12345678')).toBe('?/take&tclid=c-12345678')
  expect(at('?items=TEE%20M:2,MUG:1&coupon=KES%C3%84')).toBe('?/take&items=TEE%20M:2,MUG:1&coupon=KES%C3%84')
  expect(at('?/take&items=MUG:1')).toBe('?/take&items=MUG:1')
  expect(at('?%2Fcoupon=&items=MUG:1')).toBe('?/take&items=MUG:1')
})

test('a page to come back to is the page as it was asked for, not its answer to a form', () => {
  expect(pageAgain({ pathname: '/p/quay', search: '?/comment&after=x' })).toBe('/p/quay?after=x')
  expect(pageAgain({ pathname: '/p/quay', search: '?/comment' })).toBe('/p/quay')
})
