import { expect, test } from 'vitest'
import { linkInputOf } from './read-link.ts'

const HERE = { host: 'shop.example', timezone: 'Europe/Helsinki' }

test('a pasted address of this shop is its path, none its square; another’s stays, and is refused later', () => {
  const target = (path: string) => {
    const read = linkInputOf({ leads: 'path', path }, HERE)
    return read.ok && read.value.target
  }
  expect(target(' https://shop.example/p/x?a=1#buy ')).toEqual({ path: '/p/x?a=1#buy' })
  expect(target('https://evil.example/')).toEqual({ path: 'https://evil.example/' })
  expect(target('/products')).toEqual({ path: '/products' })
  expect(target(' ')).toEqual({ path: '/' })
})

test('goods are read as people write them, and the end on the shop’s clock', () => {
  const fields = { leads: 'cart', items: 'MUG:2, TEE', coupon: 'SUMMER', expiresAt: '2026-07-14T13:00' }
  expect(linkInputOf(fields, HERE)).toMatchObject({
    ok: true,
    value: {
      target: {
        items: [
          { sku: 'MUG', quantity: 2 },
          { sku: 'TEE', quantity: 1 }
        ],
        coupon: 'SUMMER'
      },
      expiresAt: new Date('2026-07-14T10:00:00Z')
    }
  })
})

test.each([
  ['target', { leads: 'cart', items: 'MUG:0' }],
  ['expiresAt', { leads: 'path', path: '/', expiresAt: 'soon' }]
])('names %s as what does not fit', (field, fields: Record<string, string>) => {
  expect(linkInputOf(fields, HERE)).toEqual({ ok: false, refusal: 'invalid', detail: { field } })
})
