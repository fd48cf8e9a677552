import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codes, csv, handles, read } from '../testing.ts'

const WOO =
  'ID,Type,SKU,"GTIN, UPC, EAN, or ISBN",Name,Published,Is featured?,Visibility in catalog,Short description,' +
  'Description,Date sale price starts,Date sale price ends,Tax status,Tax class,In stock?,Stock,Low stock amount,' +
  'Backorders allowed?,Sold individually?,Weight (kg),Sale price,Regular price,Categories,Tags,Images,Parent,' +
  'Grouped products,External URL,Position,Attribute 1 name,Attribute 1 value(s),Attribute 1 visible,' +
  'Attribute 1 global,Attribute 2 name,Attribute 2 value(s),Meta: _secret'
const HEADINGS = WOO.replace('"GTIN, UPC, EAN, or ISBN"', 'GTIN')

type Cells = Record<string, string>
const file = (rows: Cells[]) => csv(HEADINGS, rows).replace(',GTIN,', ',"GTIN, UPC, EAN, or ISBN",')
const NOW = new Date('2026-11-28T12:00:00Z')
const readWoo = (rows: Cells[]) => read(file(rows), { now: NOW })

const hoodie: Cells = {
  ID: '10',
  Type: 'variable',
  SKU: 'HOODIE',
  Name: 'Hoodie',
  Published: '1',
  'In stock?': '1',
  Categories: 'Clothing > Hoodies',
  Images: 'https://a.example/1.jpg, https://a.example/2.jpg',
  'Attribute 1 name': 'Color',
  'Attribute 1 value(s)': 'Blue, Red',
  'Attribute 2 name': 'Fabric',
  'Attribute 2 value(s)': 'Cotton'
}
const variation = (colour: string, cells: Cells = {}): Cells => ({
  ID: `1${colour.length}`,
  Type: 'variation',
  SKU: `HOODIE-${colour.toUpperCase()}`,
  Name: `Hoodie - ${colour}`,
  Published: '1',
  'Regular price': '45',
  Stock: '3',
  'In stock?': '1',
  'Weight (kg)': '0.5',
  Parent: 'HOODIE',
  'Attribute 1 name': 'Color',
  'Attribute 1 value(s)': colour,
  Images: `https://a.example/${colour}.jpg`,
  ...cells
})
const mug: Cells = {
  ID: '20',
  Type: 'simple',
  SKU: 'MUG',
  Name: 'Mug',
  Published: '1',
  'In stock?': '1',
  'Regular price': '12.50',
  'Attribute 1 name': 'Glaze',
  'Attribute 1 value(s)': 'Salt\\, brown, Blue'
}

test('a simple product has its price, words, tags and pictures; attributes nobody chooses are told in its words', async () => {
  const [told] = (
    await readWoo([
      {
        ...mug,
        'GTIN, UPC, EAN, or ISBN': '4006381333931',
        GTIN: '4006381333931',
        Description: 'For coffee.\\n\\nOr tea.',
        Categories: 'Home > Kitchen, Sale',
        Tags: 'new, blue',
        Images: 'https://a.example/1.jpg, https://a.example/b,c.jpg',
        'Weight (kg)': '0.35',
        Stock: '7'
      }
    ])
  ).products
  expect(told?.draft).toMatchObject({
    handle: 'mug',
    named: 'here',
    title: 'Mug',
    descriptionHtml: '<p>For coffee.</p><p>Or tea.</p><ul><li>Glaze: Salt, brown, Blue</li></ul>',
    productType: 'Kitchen',
    tags: ['Home', 'Kitchen', 'Sale', 'new', 'blue'],
    status: 'active',
    options: [],
    images: [{ url: 'https://a.example/1.jpg' }, { url: 'https://a.example/b,c.jpg' }],
    variants: [
      {
        sku: 'MUG',
        barcode: '4006381333931',
        priceMinor: 1250,
        grams: 350,
        inventoryQuantity: 7,
        tracked: true
      }
    ]
  })
})

test('variations become the variants of their parent, named by SKU or id, wherever they stand', async () => {
  const far = Array.from({ length: 40 }, (_, n) => ({
    ...mug,
    ID: `${100 + n}`,
    SKU: `MUG-${n}`,
    Name: `Mug ${n}`
  }))
  const told = await readWoo([
    variation('Red', { Parent: 'id:10' }),
    ...far,
    hoodie,
    ...far.map((one) => ({ ...one, ID: `9${one.ID}`, SKU: `X${one.SKU}`, Name: `Cup ${one.Name}` })),
    variation('Blue')
  ])
  expect(told.problems).toEqual([])
  const product = told.products.find(({ draft }) => draft.title === 'Hoodie')
  expect(product).toMatchObject({ rows: [2, 84], apart: [[2, 2], [43, 43], [84, 84]] }) // prettier-ignore
  expect(product?.draft).toMatchObject({
    options: [{ name: 'Color', values: ['Red', 'Blue'] }],
    descriptionHtml: '<ul><li>Fabric: Cotton</li></ul>',
    images: [
      { url: 'https://a.example/1.jpg' },
      { url: 'https://a.example/2.jpg' },
      { url: 'https://a.example/Red.jpg' },
      { url: 'https://a.example/Blue.jpg' }
    ],
    variants: [
      {
        sku: 'HOODIE-RED',
        optionValues: ['Red'],
        priceMinor: 4500,
        grams: 500,
        imageUrl: 'https://a.example/Red.jpg'
      },
      { sku: 'HOODIE-BLUE', optionValues: ['Blue'], inventoryQuantity: 3 }
    ]
  })
  expect(told.products).toHaveLength(81)
})

test('whatever the order of rows, the same products come out', async () => {
  const rows = [
    hoodie,
    variation('Red'),
    variation('Blue'),
    mug,
    { ...hoodie, ID: '30', SKU: 'CAP', Name: 'Cap' },
    variation('Red', { SKU: 'CAP-R', Parent: 'CAP' }),
    variation('Green', { SKU: 'CAP-G', Parent: 'id:30' })
  ]
  const summary = async (order: Cells[]) =>
    (await readWoo(order)).products
      .map(
        ({ draft }) =>
          `${draft.handle}: ${draft.variants
            .map(({ sku }) => sku)
            .sort()
            .join()}`
      )
      .sort()
  const expected = await summary(rows)
  expect(expected).toEqual(['cap: CAP-G,CAP-R', 'hoodie: HOODIE-BLUE,HOODIE-RED', 'mug: MUG'])
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (order) => {
      expect(await summary(order)).toEqual(expected)
    }),
    { numRuns: 60 }
  )
})

test('a reduced price counts while it holds', async () => {
  const sale = (from: string, to: string) => ({
    ...mug,
    'Sale price': '9',
    'Date sale price starts': from,
    'Date sale price ends': to
  })
  const priced = async (from: string, to: string) => {
    const { products, notices } = await readWoo([sale(from, to)])
    const { priceMinor, compareAtMinor } = products[0]!.draft.variants[0]!
    return [priceMinor, compareAtMinor, ...codes(notices).filter((code) => code === 'sale_later')]
  }
  expect(await priced('', '')).toEqual([900, 1250])
  expect(await priced('2026-11-01', '2026-11-28')).toEqual([900, 1250])
  expect(await priced('2026-11-01', '2026-11-27')).toEqual([1250, undefined])
  expect(await priced('2026-12-01', '2026-12-24')).toEqual([1250, undefined, 'sale_later'])
})

test('stock is counted, uncounted, none, or to order; shared stock goes to one variation', async () => {
  const stockOf = async (cells: Cells) => {
    const { inventoryQuantity, tracked, continueSelling } = (await readWoo([{ ...mug, ...cells }]))
      .products[0]!.draft.variants[0]!
    return [inventoryQuantity, tracked, continueSelling]
  }
  expect(await stockOf({ Stock: '4' })).toEqual([4, true, false])
  expect(await stockOf({})).toEqual([undefined, false, false])
  expect(await stockOf({ 'In stock?': '0' })).toEqual([0, true, false])
  expect(await stockOf({ Stock: '-2', 'Backorders allowed?': 'notify' })).toEqual([0, true, true])
  expect(await stockOf({ 'In stock?': 'backorder' })).toEqual([0, true, true])
  const shared = await readWoo([
    { ...hoodie, Stock: '9' },
    variation('Red', { Stock: '' }),
    variation('Blue', { Stock: 'parent' })
  ])
  expect(shared.products[0]?.draft.variants.map((one) => one.inventoryQuantity)).toEqual([9, 0])
  expect(codes(shared.notices)).toContain('shared_stock')
})

test('what cannot be taken is told: groups, other shops’ products, orphans, too many choices; drafts stay drafts', async () => {
  const four: Cells = { 'Attribute 2 name': 'Size', 'Attribute 2 value(s)': 'M' }
  const told = await readWoo([
    { ...mug, ID: '1', SKU: 'G', Name: 'Set', Type: 'grouped' },
    { ...mug, ID: '2', SKU: 'E', Name: 'Elsewhere', Type: 'external' },
    variation('Red', { Parent: 'id:999' }),
    { ...mug, ID: '3', SKU: 'D', Name: 'Draft', Published: '-1' },
    { ...mug, ID: '4', SKU: 'H', Name: 'Hidden', 'Visibility in catalog': 'hidden' },
    hoodie,
    variation('Red', four),
    variation('Blue', { ...four, Published: '0' })
  ])
  expect(codes(told.problems)).toEqual(['type_grouped', 'type_external', 'parent_missing'])
  expect(told.problems[2]).toMatchObject({ row: 4, detail: 'id:999' })
  expect(told.products.map(({ draft }) => [draft.title, draft.status])).toEqual([
    ['Draft', 'draft'],
    ['Hidden', 'draft'],
    ['Hoodie', 'active']
  ])
  expect(told.products[2]?.draft.variants).toHaveLength(1)
  expect(codes(told.notices)).toContain('variant_hidden')
})

test('columns nobody needs are one notice; two products of one name have two addresses', async () => {
  const told = await readWoo([mug, { ...mug, ID: '21', SKU: 'MUG 2' }, { ...mug, ID: '22', SKU: '' }])
  expect(handles(told)).toEqual(['mug', 'mug-mug-2', 'mug-22'])
  expect(told.notices.filter(({ code }) => code === 'columns_ignored')).toMatchObject([
    { detail: expect.stringContaining('Meta: _secret') }
  ])
})

test('a variation that cannot be read refuses its product whole', async () => {
  const rows = file([hoodie, variation('Red', { 'Regular price': 'cheap' }), variation('Blue'), mug])
  const told = await read(rows, { now: NOW })
  expect(handles(told)).toEqual(['mug'])
  expect(told.problems).toMatchObject([
    { code: 'bad_amount', row: 3, handle: 'hoodie', column: 'Regular price', raw: 'cheap' }
  ])
  expect(told.notices.find(({ code }) => code === 'product_skipped')).toMatchObject({ rows: [2, 4] })
  const short = await read(rows.replace(/(\n\d+,variation,HOODIE-BLUE,[^,]*,[^,]*,1).*/, '$1'), { now: NOW })
  expect(handles(short)).toEqual(['mug'])
  expect(codes(short.problems)).toContain('column_count')
})
