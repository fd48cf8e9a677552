import { expect, test } from 'vitest'
import { actionFor, addressFor } from './address.ts'

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

test('a form’s action keeps the click too', () => {
  expect(actionFor(finnish, 'take')).toBe('?/take')
  expect(actionFor({ clickId: 'c-12345678' }, 'take')).toBe('?/take&tclid=c-12345678')
})
