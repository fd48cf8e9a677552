import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDecoder } from './decode.ts'
import { detectEncoding } from './encoding.ts'
import type { Encoding } from './encoding.ts'
import { sequenceAt } from './utf8.ts'

function decodeIn(
  bytes: Uint8Array,
  size: number,
  guess = detectEncoding(bytes)
): { text: string; notice?: string } {
  const decoder = createDecoder(guess)
  let text = ''
  for (let at = guess.bomLength; at < bytes.length; at += size) {
    text += decoder.decode(bytes.subarray(at, Math.min(bytes.length, at + size)), false)
  }
  return { text: text + decoder.decode(new Uint8Array(0), true), notice: decoder.notice() }
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const WORDS = 'Blåbær, ärta, øre – 10 € 😀\n'

test.each<[string, Encoding, Buffer]>([
  ['UTF-8', 'utf-8', Buffer.from(WORDS)],
  ['UTF-8 with a mark', 'utf-8', Buffer.from(`\ufeff${WORDS}`)],
  ['UTF-16 LE', 'utf-16le', Buffer.from(`\ufeff${WORDS}`, 'utf16le')],
  ['UTF-16 BE', 'utf-16be', utf16be(`\ufeff${WORDS}`)]
])('%s is recognised and read at any cut', (_name, encoding, bytes) => {
  expect(detectEncoding(bytes).encoding).toBe(encoding)
  for (let size = 1; size < 9; size++)
    expect(decodeIn(bytes, size)).toEqual({ text: WORDS, notice: undefined })
})

test('Windows-1252 is recognised, with its typographic marks', () => {
  const bytes = Buffer.from([0xe5, 0xe4, 0xf6, 0xf8, 0x2c, 0x80, 0x93, 0x94, 0x96])
  expect(decodeIn(bytes, 2)).toEqual({ text: 'åäöø,€“”–', notice: 'encoding_assumed' })
})

test('Latin-1 that begins long after the head is still read right, at every cut', () => {
  const bytes = Buffer.concat([Buffer.from('plain,\n'.repeat(3)), Buffer.from('Blåbær, øre', 'latin1')])
  const guess = { encoding: 'utf-8', bomLength: 0 } as const
  for (let size = 1; size <= bytes.length; size++) {
    expect(decodeIn(bytes, size, guess)).toEqual({
      text: `${'plain,\n'.repeat(3)}Blåbær, øre`,
      notice: 'encoding_assumed'
    })
  }
})

test('a bad byte in a UTF-8 file is mended and the rest stays UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from('ærlig '), Buffer.of(0xf8), Buffer.from(' blå')])
  for (let size = 1; size <= bytes.length; size++) {
    expect(decodeIn(bytes, size)).toEqual({ text: 'ærlig ø blå', notice: 'encoding_repaired' })
  }
})

test('any bytes decode to the same text wherever they are cut', () => {
  const byte = fc.constantFrom(0x41, 0x2c, 0x80, 0x93, 0xa0, 0xbf, 0xc2, 0xc3, 0xe0, 0xed, 0xf0, 0xf4, 0xff)
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 24 }), fc.integer({ min: 1, max: 5 }), (numbers, size) => {
      const bytes = Uint8Array.from(numbers)
      expect(decodeIn(bytes, size)).toEqual(decodeIn(bytes, 1000))
    }),
    { numRuns: 3000 }
  )
})

test('well-formed sequences are those the platform accepts', () => {
  const strict = new TextDecoder('utf-8', { fatal: true })
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (bytes) => {
      const length = sequenceAt(bytes, 0)
      const accepted = [1, 2, 3, 4].find((size) => !throws(() => strict.decode(bytes.subarray(0, size))))
      expect(length).toBe(accepted ?? 0)
    }),
    { numRuns: 5000 }
  )
})

function throws(run: () => unknown): boolean {
  try {
    run()
    return false
  } catch {
    return true
  }
}
