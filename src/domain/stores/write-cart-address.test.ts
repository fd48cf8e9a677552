import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseBuyItems } from '../links/buy-items.ts'
import { readQuery } from '../links/buying/read-query.ts'
import { readArrival } from './read-arrival.ts'
import type { StoreKind } from './schema.ts'
import { writeCartAddress, type CartForStore } from './write-cart-address.ts'

const line = (outsideId: string, quantity = 1, url: string | null = null) => ({ outsideId, quantity, url })
const write = (kind: StoreKind, address: string, cart: Partial<CartForStore>) =>
  writeCartAddress({ store: { kind, address }, lines: [], coupon: null, code: 'c0de', marks: {}, ...cart })
const marks = { utm_source: 'instagram', utm_medium: 'social', utm_campaign: 'kesä', fbclid: 'f1' }

test('each store is told goods, coupon, where they came from and our code in its own form', () => {
  const lines = [line('123', 2), line('456')]
  expect(write('shopify', 'https://a.example', { lines, coupon: 'SPRING 10', marks })).toBe(
    'https://a.example/cart/123:2,456:1?discount=SPRING+10&ref=c0de&attributes%5Btorilla%5D=c0de' +
      '&utm_source=instagram&utm_medium=social&utm_campaign=kes%C3%A4&fbclid=f1'
  )
  expect(write('woocommerce', 'https://b.example/shop', { lines, coupon: 'SPRING10', marks })).toBe(
    'https://b.example/shop/checkout-link/?products=123:2,456:1&coupon=SPRING10' +
      '&utm_source=instagram&utm_medium=social&utm_campaign=kes%C3%A4&fbclid=f1&utm_id=c0de'
  )
  const ucp = [line('gid://shopify/ProductVariant/70881412', 3), line('sku_123')]
  expect(
    write('ucp', 'https://c.example/buy', { lines: ucp, coupon: 'A&B', marks: { utm_source: 'x' } })
  ).toBe(
    'https://c.example/buy/~Z2lkOi8vc2hvcGlmeS9Qcm9kdWN0VmFyaWFudC83MDg4MTQxMg:3,sku_123:1' +
      '?discounts%2Fcodes%2F0=A%26B&attribution%2Futm_source=x&attribution%2Fref=c0de'
  )
})

test('a plain address is filled where it says so, and otherwise only added to', () => {
  const at = (url: string, coupon: string | null = null) =>
    write('url', 'https://d.example', { lines: [line('', 3, url)], coupon, marks: { utm_source: 'x' } })
  expect(at('https://d.example/p/9')).toBe('https://d.example/p/9?utm_source=x&torilla=c0de')
  expect(at('https://d.example/p?id=9&utm_source=own')).toBe(
    'https://d.example/p?id=9&utm_source=own&torilla=c0de'
  )
  expect(at('https://d.example/särk-š')).toBe('https://d.example/s%C3%A4rk-%C5%A1?utm_source=x&torilla=c0de')
  const filled = at('https://d.example/add?n={quantity}&code={coupon}', 'A&B=1')
  expect(filled).toBe('https://d.example/add?n=3&code=A%26B%3D1&utm_source=x&torilla=c0de')
})

const plain = (max: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: max }).filter((text) => !/[\p{Cc}]/u.test(text) && text.trim() === text) // prettier-ignore
const quantity = fc.integer({ min: 1, max: 99 })

test('whatever a store calls its goods, our own reader of UCP permalinks reads back what was written', () => {
  const goods = fc.uniqueArray(fc.record({ id: plain(30), quantity }), {
    ...{ selector: ({ id }) => id, minLength: 1, maxLength: 12 }
  })
  fc.assert(
    fc.property(goods, fc.option(plain(20)), plain(40), (goods, coupon, campaign) => {
      const address = write('ucp', 'https://c.example/buy', {
        ...{ lines: goods.map(({ id, quantity }) => line(id, quantity)), coupon },
        marks: { utm_source: 'pinterest', utm_campaign: campaign, epik: 'e' }
      })
      const url = new URL(address)
      const items = parseBuyItems(url.pathname.replace('/buy/', ''))
      expect(items).toEqual(goods.map(({ id, quantity }) => ({ sku: id, quantity })))
      const wish = readQuery(url.search.slice(1))
      expect(wish.codes).toEqual(coupon ? [coupon] : [])
      expect(Object.fromEntries(wish.source)).toEqual({
        ...{ utm_source: 'pinterest', utm_campaign: campaign, epik: 'e', ref: 'c0de' }
      })
    })
  )
})

test('nothing in a coupon, a mark or an address leads to another host or adds a field of its own', () => {
  const nasty = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  const kinds = fc.constantFrom<StoreKind>('shopify', 'woocommerce', 'ucp', 'url')
  fc.assert(
    fc.property(kinds, nasty, nasty, nasty, (kind, coupon, value, id) => {
      const lines = [line(id, 1, 'https://d.example/p?c={coupon}')]
      const url = new URL(write(kind, 'https://d.example', { lines, coupon, marks: { utm_term: value } }))
      expect([url.host, url.username, url.hash]).toEqual(['d.example', '', ''])
      const values = [...url.searchParams.values()].map((one) => one.toWellFormed())
      expect(values).toEqual(expect.arrayContaining([coupon, value, 'c0de'].map((one) => one.toWellFormed())))
      expect(url.searchParams.size).toBeLessThanOrEqual(4)
    })
  )
})

test('of an arrival only its marks go along: no key, no address, nothing that breaks a line', () => {
  const asked = new URLSearchParams(
    'utm_source=tiktok&utm_id=7&ttclid=t&gclid=g&tclid=ours&email=a%40b.c&token=x&utm_term=%0d%0aX&utm_evil=1&utm_source=2'
  )
  expect(readArrival(asked)).toEqual({ utm_source: 'tiktok', utm_id: '7', ttclid: 't', gclid: 'g' })
  expect(readArrival([['utm_source', 'x'.repeat(301)]])).toEqual({})
})
