import { expect, test } from 'vitest'
import { readGoodsUrl, readStoreAddress } from './read-address.ts'

test.each([
  ['shopify', 'https://harbour.myshopify.com', 'https://harbour.myshopify.com'],
  ['shopify', ' https://Harbour.Example.com/ ', 'https://harbour.example.com'],
  ['woocommerce', 'https://example.com/shop/', 'https://example.com/shop'],
  ['ucp', 'https://example.com/buy', 'https://example.com/buy'],
  ['url', 'https://kahvila.fi', 'https://kahvila.fi'],
  ['url', 'https://8.8.8.8/', 'https://8.8.8.8']
] as const)('%s: %s is kept as %s', (kind, text, kept) => {
  expect(readStoreAddress(kind, text)).toBe(kept)
})

test.each([
  ...['', 'example.com', 'http://example.com', 'ftp://example.com', 'javascript:alert(1)', '//example.com'],
  ...['https://user@example.com', 'https://user:pass@example.com', 'https://@example.com'],
  ...[
    'https://example.com:8443',
    'https://example.com?x=1',
    'https://example.com/?',
    'https://example.com/#a'
  ],
  ...[
    'https://localhost',
    'https://printer',
    'https://router.local',
    'https://db.internal',
    'https://localhost.'
  ],
  ...['https://127.0.0.1', 'https://0x7f.1', 'https://10.0.0.7', 'https://169.254.169.254', 'https://[::1]'],
  ...['https://[::ffff:10.0.0.1]', 'https://[fd00::1]', 'https://exam ple.com', 'https://example.com/a\\b'],
  ...[
    'https://*.com',
    'https://a.b;sandbox',
    'https://a.b,c.d',
    "https://a$'.b",
    'https:/shop.com',
    'https:shop.com'
  ],
  ...['https:\\\\example.com', 'https://example.com/\r\nx: y', 'https://']
])('no store lives at %j', (text) => {
  expect(readStoreAddress('url', text)).toBeUndefined()
})

test('a Shopify store has no path, and an address of goods is on its store’s own host', () => {
  expect(readStoreAddress('shopify', 'https://example.com/shop')).toBeUndefined()
  const store = { address: 'https://example.com/shop' }
  const placed = 'https://example.com/p/9?q={quantity}&code={coupon}'
  expect(readGoodsUrl(store, `${placed}#top`)).toBe(placed)
  expect(readGoodsUrl(store, 'https://EXAMPLE.com:443/p/9')).toBe('https://example.com/p/9')
  for (const bad of [
    'https://example.com.evil.test/',
    'https://evil.test/?https://example.com',
    '/p/9',
    ''
  ]) {
    expect(readGoodsUrl(store, bad)).toBeUndefined()
  }
})
