import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuery } from './read-query.ts'

const ORIGIN = 'https://shop.example'
const wish = (query: string) => {
  const { source, ...rest } = readQuery(query)
  return { ...rest, source: Object.fromEntries(source) }
}

test('the specification’s own example: applied, dropped, rewritten and passed on', () => {
  const read = wish(
    'continue_to=/products&buyer/email=alice%40example.com&buyer/unknown=foo&attribution/utm_source=email&utm_medium=sms&color=black&access_token=secret'
  )
  expect(read).toEqual({
    ...{ continueTo: '/products', codes: [], language: null, buyer: { email: 'alice@example.com' } },
    source: { utm_source: 'email', utm_medium: 'sms' },
    kept: [
      ['utm_source', 'email'],
      ['utm_medium', 'sms'],
      ['color', 'black']
    ]
  })
})

test('who a link is for is read from UCP’s fields, and from Shopify’s; what no field could hold is left out', () => {
  const ucp =
    'buyer/email=a%40b.fi&buyer/first_name=Alice&/buyer/last_name=Ek&buyer/phone_number=123-456&context/address_country=FI' +
    '&context/address_region=Uusimaa&context/postal_code=00100&buyer/unknown=x&buyer/id=1&context/payment/0/handler=h'
  const alice = {
    email: 'a@b.fi',
    name: 'Alice Ek',
    phone: '123-456',
    country: 'FI',
    region: 'Uusimaa',
    postcode: '00100'
  }
  expect(wish(ucp).buyer).toEqual(alice)
  const shopify =
    'checkout[email]=a%40b.fi&checkout[shipping_address][first_name]=Al&checkout[shipping_address][address1]=Quay 1'
  expect(wish(shopify).buyer).toEqual({ email: 'a@b.fi', name: 'Al', line1: 'Quay 1' })
  const wrong = [
    ...['buyer/email=nobody', 'buyer/email=a%40b.fi%0d%0aBcc:x', 'context/address_country=Finland'],
    ...[`buyer/phone_number=${'1'.repeat(41)}`, 'buyer/first_name=%00', 'buyer=x', 'buyer/first_name/0=x'],
    'buyer/last_name=A&/buyer/last_name=B'
  ]
  for (const query of wrong) expect([query, wish(query).buyer, wish(query).kept]).toEqual([query, {}, []])
})

test('codes come in the order of their numbers; a field asked twice, in whatever writing, is asked by nobody', () => {
  expect(wish('discounts/codes/1=B&/discounts/codes/0=A&discounts/codes/10=C').codes).toEqual(['A', 'B', 'C'])
  expect(wish('discounts/codes/0=A&/discounts/codes/0=B&discounts/codes/1=C').codes).toEqual(['C'])
  expect(wish('continue_to=/products&continue_to=/').continueTo).toBeNull()
  expect(wish('attribution/utm_source=a&%2Fattribution%2Futm_source=b').source).toEqual({})
  expect(wish('attribution/utm_source=a&utm_source=b').source).toEqual({ utm_source: 'a' })
})

test('what a cart of UCP knows is taken off the address, also where it means nothing here', () => {
  const read = wish(
    'buyer=x&/totals=1&line_items/0/quantity=9&context/payment/0/handler=h&status=done&discounts/codes/0/x=A&id=7'
  )
  expect([read.kept, read.codes]).toEqual([[], []])
  expect(wish('context/language=nb-NO').language).toBe('nb')
})

test('nothing that could be someone’s own, or ours to set, goes along', () => {
  const names = [
    'tclid',
    'items',
    '/take',
    'checkout[email]',
    'attributes[a]',
    'customer_token',
    'API-Key',
    'password',
    'sid',
    'email',
    'jwt'
  ]
  expect(wish(names.map((name) => `${encodeURIComponent(name)}=x`).join('&')).kept).toEqual([])
  expect(wish(`a=${'x'.repeat(301)}&b=%0d%0aSet-Cookie:x&%00=y&c=%E0%A4&d=1`).kept).toEqual([
    ['c', ''],
    ['d', '1']
  ])
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '/%5cevil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%09/evil.example',
  '/%0d%0aX: y',
  '/a%20b',
  'products',
  '',
  '/buy/A:1',
  '/x/../buy/A:1',
  '/l/abc',
  '/checkout?products=A:1',
  '/cart/1:1',
  '/products?next=https://evil.example'
])('%j is no place to go on', (value) => {
  expect(readQuery(`continue_to=${value}`).continueTo).toBeNull()
})

test('a place to go on is written canonically, and a plus in it stays a plus', () => {
  expect(readQuery('continue_to=/products/./kes%C3%A4').continueTo).toBe('/products/kes%C3%A4')
  expect(readQuery('continue_to=/products?collection=a+b').continueTo).toBe('/products?collection=a+b')
  expect(readQuery('continue_to=%2F%252e%252e%2F').continueTo).toBe('/')
})

test('whatever a query holds, it is read, leads nowhere else, and carries no control further', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'continue_to',
      '/',
      '//',
      '\\',
      '%2F',
      '%5C',
      '%0A',
      '%',
      '~',
      '=',
      '&',
      '+',
      '@',
      ':',
      'buyer/',
      'attribution/ref',
      'evil.example',
      '..'
    ),
    fc.string({ maxLength: 4 })
  )
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, text, (head, tail) => {
      const { continueTo, kept, codes } = readQuery(`${head}&continue_to=/${tail}`)
      if (continueTo !== null) {
        expect(new URL(continueTo, ORIGIN).origin).toBe(ORIGIN)
        expect(continueTo).toMatch(/^\/(?!\/)[\x21-\x7e]*$/)
      }
      for (const text of [...kept.flat(), ...codes]) expect(text).not.toMatch(/\p{Cc}/u)
    }),
    { numRuns: 500 }
  )
})

test('the order of parameters decides nothing', () => {
  const fields = [
    'continue_to=/a',
    'continue_to=/b',
    'discounts/codes/0=A',
    '/discounts/codes/0=B',
    'discounts/codes/2=C',
    'attribution/ref=x',
    'context/language=fi',
    'coupon=K'
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(fields), (some) => {
      const sorted = fields.filter((one) => some.includes(one))
      const [one, other] = [wish(some.join('&')), wish(sorted.join('&'))]
      expect(one).toEqual(other)
    })
  )
})
