import { expect, test } from 'vitest'
import { detect } from './detect.ts'
import { CLASSIC, csv, CURRENT, handles, read } from './testing.ts'

const detectText = (text: string) => detect(Buffer.from(text))

test.each([',', ';', '\t', '|'])('the delimiter %j is found in both generations', (delimiter) => {
  const title = 'a;b,c\td|e'
  const classic = csv(CLASSIC, [{ Handle: 'a', Title: title }], delimiter)
  expect(detectText(classic)).toMatchObject({ delimiter, generation: 'classic', newline: '\n' })
  expect(detectText(csv(CURRENT, [{ Title: title }], delimiter))).toMatchObject({
    delimiter,
    generation: 'current'
  })
})

test('delimiters inside quoted headings do not count', () => {
  expect(detectText('"a;b;c;d;e;f","Handle","Title"\n').delimiter).toBe(',')
})

test('headings that make sense weigh more than many cells', () => {
  expect(detectText('Title,Price,a|b|c|d|e|f\n')).toMatchObject({ delimiter: ',' })
})

test('line ends of all three kinds are read', async () => {
  for (const newline of ['\n', '\r\n', '\r']) {
    const rows = [
      { Handle: 'a', Title: 'Two\nlines', 'Variant Price': '1' },
      { Handle: 'b', Title: 'B', 'Variant Price': '2' }
    ]
    const told = await read(csv(CLASSIC, rows, ',', newline))
    expect(handles(told)).toEqual(['a', 'b'])
    expect(told.problems).toEqual([])
    expect(told.products[0]?.draft.title).toBe('Two\nlines')
  }
})

test('the separator line of Excel is obeyed and is not the header', async () => {
  const told = await read('sep=;\r\nTitle;Price\r\nMug;1,50\r\n')
  expect(told.products).toMatchObject([
    { rows: [3, 3], draft: { handle: 'mug', variants: [{ priceMinor: 150 }] } }
  ])
})

test('blank lines before and among the rows are nothing', async () => {
  const told = await read('\n\nTitle,Price\n\nMug,1\n,\n\nCup,2\n\n')
  expect(handles(told)).toEqual(['mug', 'cup'])
  expect(told.items).toHaveLength(2)
})

test('a file cut at every byte is read as if it came whole', async () => {
  const file = csv(CLASSIC, [
    { Handle: 'blå', Title: 'Blå "jakke"\r\nny', 'Variant Price': '1 234,50', 'Variant SKU': '😀' },
    { Handle: 'blå', 'Image Src': 'https://example.com/ø.jpg' },
    { Handle: 'b', Title: 'B', 'Variant Price': '-' }
  ])
  for (const bytes of [Buffer.from(file), Buffer.from(`\ufeff${file}`, 'utf16le')]) {
    const whole = await read(bytes)
    expect(whole.products).toMatchObject([{ draft: { handle: 'bla', variants: [{ priceMinor: 123450 }] } }])
    for (let size = 1; size < 40; size++) expect((await read(bytes, {}, size)).items).toEqual(whole.items)
  }
})

test('every encoding of one file gives the same products', async () => {
  const file = csv(CLASSIC, [{ Handle: 'a', Title: 'åäöø ÅÄÖØ', 'Variant Price': '1' }], ';')
  const encoded = [
    Buffer.from(file),
    Buffer.from(`\ufeff${file}`),
    Buffer.from(file, 'latin1'),
    Buffer.from(`\ufeff${file}`, 'utf16le'),
    Buffer.from(`\ufeff${file}`, 'utf16le').swap16()
  ]
  for (const bytes of encoded) expect((await read(bytes)).products[0]?.draft.title).toBe('åäöø ÅÄÖØ')
})
