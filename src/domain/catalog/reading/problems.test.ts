import { expect, test } from 'vitest'
import { PROBLEM_CODES } from './items.ts'
import { codes, read } from './testing.ts'

/** One file for every row problem, with the row and column it must name. */
const HEAD =
  'Handle,Title,Price,SKU,Option1 Name,Option1 Value,Status,Published,Inventory quantity,Image Position,Image Src'
const long = 'x'.repeat(256)

test.each([
  ['missing_title', 'a,,1', 2, 'Title'],
  ['missing_price', 'a,A,', 2, 'Price'],
  ['missing_price', 'a,A,,s', 2, 'Price'],
  ['missing_handle', '---,!!!,1', 2, 'Handle'],
  ['too_long', `a,${long},1`, 2, 'Title'],
  ['too_long', `${long},A,1`, 2, 'Handle'],
  ['bad_amount', 'a,A,abc', 2, 'Price'],
  ['negative_amount', 'a,A,-1', 2, 'Price'],
  ['amount_too_large', 'a,A,99999999999', 2, 'Price'],
  ['too_many_decimals', 'a,A,1.999', 2, 'Price'],
  ['currency_mismatch', 'a,A,£1', 2, 'Price'],
  ['duplicate_sku', 'a,A,1,s\nb,B,1,s', 3, 'SKU'],
  ['missing_option_name', 'a,A,1,,,S', 2, 'Option1 Name'],
  ['missing_option_value', 'a,A,1,,Size', 2, 'Option1 Value'],
  ['option_conflict', 'a,A,1,,Size,S\na,,1,,Colour,M', 3, 'Option1 Name'],
  ['duplicate_options', 'a,A,1,,Size,S\na,,1,,,S', 3, undefined],
  ['bad_status', 'a,A,1,,,,gone', 2, 'Status'],
  ['bad_boolean', 'a,A,1,,,,,perhaps', 2, 'Published'],
  ['bad_number', 'a,A,1,,,,,,1.5', 2, 'Inventory quantity'],
  ['number_too_large', 'a,A,1,,,,,,99999999999', 2, 'Inventory quantity'],
  ['negative_number', 'a,A,1,,,,,,,-1,http://x/y', 2, 'Image Position'],
  ['column_count', 'a,A,1,,,,,,,,,more', 2, undefined]
])('%s is told for %j', async (code, rows, row, column) => {
  const padded = rows
    .split('\n')
    .map((line) => line + ','.repeat(Math.max(0, 10 - (line.match(/,/g)?.length ?? 0))))
  const { problems, products } = await read(`${HEAD}\n${padded.join('\n')}\nok,Ok,1,,,,,,,,\n`)
  expect(problems).toMatchObject([{ code, row, ...(column ? { column } : {}) }])
  expect(products.at(-1)?.draft.handle).toBe('ok')
})

test('limits of a product refuse it and let the next one through', async () => {
  const head = 'Handle,Title,Price,Option1 Name,Option1 Value,Tags,Image Src\n'
  const rows = (n: number, row: (i: number) => string) =>
    Array.from({ length: n }, (_, i) => row(i)).join('\n')
  const variants = rows(6, (i) => `a,A,1,Size,${i},,`)
  const images = rows(6, (i) => `b,B,1,Size,${i},,http://x/${i}`)
  const tags = 'c,C,1,,,"1,2,3,4,5,6",'
  const wide = `d,D,1,,,,\n${rows(9, () => `d,,,,,,${'y'.repeat(30)}`)}`
  const file = `${head}${variants}\n${images}\n${tags}\n${wide}\nok,Ok,1,,,,\n`
  const limits = { variants: 5, images: 5, tags: 5, product: 300 }
  expect(codes((await read(file, { limits: { ...limits, variants: 6 } })).problems)).toEqual([
    'too_many_images',
    'too_many_tags',
    'product_too_large'
  ])
  const { problems, products } = await read(file, { limits })
  expect(problems[0]).toMatchObject({ code: 'too_many_variants', detail: '5', row: 2, handle: 'a' })
  expect(products.map(({ draft }) => draft.handle)).toEqual(['ok'])
})

test('things that refuse nothing are notices', async () => {
  const told = await read(
    'Handle,Title,Price,Inventory quantity,Barcode,Image Src\na,A,1,-4,6.4E+12,pic.png\n'
  )
  expect(told.notices).toMatchObject([
    { code: 'negative_stock', raw: '-4' },
    { code: 'barcode_damaged', raw: '6.4E+12' },
    { code: 'image_ignored', raw: 'pic.png' }
  ])
  expect(told.products[0]?.draft).toMatchObject({ images: [], variants: [{ inventoryQuantity: 0 }] })
})

test('javascript and file addresses never become pictures', async () => {
  const urls = ['javascript:alert(1)', 'file:///etc/passwd', 'data:image/png;base64,xx', 'http:///x', '//']
  const rows = urls.map((url, index) => `h${index},T,1,"${url}"`).join('\n')
  const { products, notices } = await read(`Handle,Title,Price,Image Src\n${rows}\n`)
  expect(products.flatMap(({ draft }) => draft.images)).toEqual([])
  expect(codes(notices)).toEqual(urls.map(() => 'image_ignored'))
})

test('every code is listed once', () => {
  expect(new Set(PROBLEM_CODES).size).toBe(PROBLEM_CODES.length)
})
