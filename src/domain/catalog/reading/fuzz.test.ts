import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProductDraft } from './draft.ts'
import { NOTICE_CODES, PROBLEM_CODES } from './items.ts'
import { CLASSIC, csv, read } from './testing.ts'

const FILE = Buffer.from(
  csv(CLASSIC, [
    {
      Handle: 'a',
      Title: 'Blå "A"',
      'Option1 Name': 'Size',
      'Option1 Value': 'S',
      'Variant SKU': 'a1',
      'Variant Price': '1'
    },
    { Handle: 'a', 'Option1 Value': 'M', 'Variant SKU': 'a2', 'Variant Price': '1,50' },
    { Handle: 'a', 'Image Src': 'https://example.com/a.jpg', 'Image Position': '1' },
    { Handle: 'b', Title: 'Two\nlines, quoted', 'Variant SKU': 'b1', 'Variant Price': '2.00' },
    { Handle: 'c', Title: 'C', 'Variant SKU': 'c1', 'Variant Price': '3.00' }
  ])
)

/** What may be written without a second look. */
function expectWhole(draft: ProductDraft): void {
  expect(draft.handle).not.toBe('')
  expect(draft.title).not.toBe('')
  expect(draft.options.length).toBeLessThanOrEqual(3)
  expect(draft.variants.length).toBeGreaterThan(0)
  const combinations = draft.variants.map(({ optionValues }) => JSON.stringify(optionValues))
  expect(new Set(combinations).size).toBe(combinations.length)
  for (const { priceMinor, optionValues, inventoryQuantity = 0 } of draft.variants) {
    expect(Number.isSafeInteger(priceMinor) && priceMinor >= 0 && inventoryQuantity >= 0).toBe(true)
    expect(optionValues.every((value, index) => draft.options[index]?.values.includes(value))).toBe(true)
    expect(optionValues).toHaveLength(draft.options.length)
  }
  expect(draft.images.map(({ position }) => position)).toEqual(draft.images.map((_, index) => index + 1))
}

const byte = fc.oneof(
  fc.constantFrom(0, 10, 13, 34, 44, 59, 9, 0xe5, 0xc3, 0xff),
  fc.integer({ min: 0, max: 255 })
)
const damage = fc.record({
  at: fc.integer({ min: 0, max: FILE.length - 1 }),
  cut: fc.integer({ min: 0, max: 3 }),
  put: fc.array(byte, { maxLength: 3 })
})

test('a damaged file never throws, reads the same at any cut, and yields only whole products', async () => {
  const codes = new Set<string>([...PROBLEM_CODES, ...NOTICE_CODES])
  await fc.assert(
    fc.asyncProperty(
      fc.array(damage, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 50 }),
      async (all, size) => {
        const bytes = all.reduce<Buffer>(
          (file, { at, cut, put }) =>
            Buffer.concat([file.subarray(0, at), Buffer.from(put), file.subarray(at + cut)]),
          FILE
        )
        const { items } = await read(bytes)
        expect((await read(bytes, {}, size)).items).toEqual(items)
        for (const item of items)
          item.kind === 'product' ? expectWhole(item.draft) : expect(codes).toContain(item.code)
      }
    ),
    { numRuns: 1500 }
  )
})

test('one damaged byte never takes more than its own product and a neighbour', async () => {
  const spared = async (file: Buffer) => (await read(file)).products.length
  const body = FILE.indexOf('\n') + 1
  for (let at = body; at < FILE.length; at++) {
    for (const wrong of ['"', ',', '\n', '\0']) {
      const file = Buffer.concat([FILE.subarray(0, at), Buffer.from(wrong), FILE.subarray(at + 1)])
      expect(await spared(file), `${wrong} at ${at}`).toBeGreaterThanOrEqual(1)
    }
  }
})
