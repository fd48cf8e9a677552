import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readToken, writeToken } from './item-token.ts'

const encoded = (id: string) => `~${Buffer.from(id, 'utf8').toString('base64url')}`

test('every identifier is read back as it was, written plainly or encoded', () => {
  const id = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/\p{Cc}/u.test(text))
  fc.assert(
    fc.property(id, (id) => {
      expect(readToken(writeToken(id))).toBe(id)
      expect(readToken(encoded(id))).toBe(id)
      expect(writeToken(id)).toMatch(/^[A-Za-z0-9._-]+$|^~[A-Za-z0-9_-]+$/)
    })
  )
  expect(writeToken('gid://shopify/ProductVariant/70881412')).toBe(
    '~Z2lkOi8vc2hvcGlmeS9Qcm9kdWN0VmFyaWFudC83MDg4MTQxMg'
  )
})

test('only canonical base64url of UTF-8 without controls is an encoded identifier', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ABCabc019-_+/=~ %'), maxLength: 12 }), (text) => {
      const id = readToken(`~${text}`)
      if (id !== undefined) expect(encoded(id)).toBe(`~${text}`)
    })
  )
  // No text, padding, loose last bits, the other alphabet, half a letter, a control, a byte order mark kept.
  for (const bad of ['~', '~QQ==', '~QR', '~+/8', '~4p', '~_w', encoded('a\nb')])
    expect([bad, readToken(bad)]).toEqual([bad, undefined])
  expect(readToken(encoded('\ufeffa'))).toBe('\ufeffa')
})
