import { expect, test } from 'vitest'
import { readProducts } from './read-products.ts'
import { chunked, CLASSIC, codes, csv, CURRENT, handles, read } from './testing.ts'

test('a classic export becomes drafts with options, variants and pictures', async () => {
  const file = csv(CLASSIC, [
    {
      Handle: 'wool-hat',
      Title: 'Wool hat',
      'Body (HTML)': '<p>Warm, "very"\nwarm</p>',
      Vendor: 'Torilla',
      Type: 'Hats',
      Tags: 'wool, winter, Wool',
      Published: 'TRUE',
      'Option1 Name': 'Size',
      'Option1 Value': 'S',
      'Variant SKU': 'HAT-S',
      'Variant Grams': '120',
      'Variant Inventory Tracker': 'shopify',
      'Variant Inventory Qty': '7',
      'Variant Inventory Policy': 'continue',
      'Variant Price': '19.90',
      'Variant Compare At Price': '25.00',
      'Image Src': 'https://cdn.example.com/2.jpg',
      'Image Position': '2',
      'Image Alt Text': 'Side',
      Status: 'active'
    },
    { Handle: 'wool-hat', 'Option1 Value': 'M', 'Variant SKU': 'HAT-M', 'Variant Price': '21' },
    { Handle: 'wool-hat', 'Image Src': 'https://cdn.example.com/1.jpg', 'Image Position': '1' }
  ])
  const { products, problems, notices } = await read(file)
  expect([problems, notices]).toEqual([[], []])
  expect(products).toEqual([
    {
      kind: 'product',
      rows: [2, 4],
      draft: {
        handle: 'wool-hat',
        title: 'Wool hat',
        descriptionHtml: '<p>Warm, "very"\nwarm</p>',
        vendor: 'Torilla',
        productType: 'Hats',
        tags: ['wool', 'winter'],
        status: 'active',
        options: [{ name: 'Size', values: ['S', 'M'] }],
        variants: [
          {
            sku: 'HAT-S',
            optionValues: ['S'],
            priceMinor: 1990,
            compareAtMinor: 2500,
            grams: 120,
            inventoryQuantity: 7,
            tracked: true,
            continueSelling: true,
            requiresShipping: true,
            taxable: true
          },
          {
            sku: 'HAT-M',
            optionValues: ['M'],
            priceMinor: 2100,
            tracked: false,
            continueSelling: false,
            requiresShipping: true,
            taxable: true
          }
        ],
        images: [
          { url: 'https://cdn.example.com/1.jpg', position: 1 },
          { url: 'https://cdn.example.com/2.jpg', position: 2, alt: 'Side' }
        ]
      }
    }
  ])
})

test('a current export is read by its own headings, and the ignored columns are told once', async () => {
  const file = csv(`${CURRENT},Tax code,Gift card`, [
    {
      Title: 'Mug',
      'URL handle': 'mug',
      'Product category': 'Home > Mugs',
      Status: 'Draft',
      SKU: 'MUG',
      Barcode: "'0123456789012",
      Price: '12.00',
      'Compare-at price': '10.00',
      'Cost per item': '4.5',
      'Charge tax': 'FALSE',
      'Inventory tracker': '',
      'Inventory quantity': '3',
      'Continue selling when out of stock': 'DENY',
      'Weight value (grams)': '350.4',
      'Requires shipping': 'FALSE',
      'Variant image URL': '//cdn.example.com/mug.jpg',
      'SEO title': 'A mug',
      'SEO description': 'For tea'
    },
    {
      Title: 'Bowl',
      'URL handle': 'bowl',
      Price: '9',
      'Option1 name': 'Title',
      'Option1 value': 'Default Title'
    }
  ])
  const { products, problems, notices } = await read(file)
  expect(problems).toEqual([])
  expect(notices).toMatchObject([{ code: 'columns_ignored', row: 1, detail: 'Tax code, Gift card' }])
  expect(products[0]?.draft).toMatchObject({
    category: 'Home > Mugs',
    status: 'draft',
    options: [],
    images: [{ url: 'https://cdn.example.com/mug.jpg', position: 1 }],
    seoTitle: 'A mug',
    seoDescription: 'For tea'
  })
  expect(products[0]?.draft.variants).toEqual([
    {
      sku: 'MUG',
      barcode: '0123456789012',
      optionValues: [],
      priceMinor: 1200,
      compareAtMinor: undefined,
      costMinor: 450,
      grams: 350,
      inventoryQuantity: 3,
      tracked: false,
      continueSelling: false,
      requiresShipping: false,
      taxable: false,
      imageUrl: 'https://cdn.example.com/mug.jpg'
    }
  ])
  expect(products[1]?.draft).toMatchObject({ options: [], variants: [{ optionValues: [] }] })
})

test('headings are known whatever their case, spaces and accents', async () => {
  const { products } = await read(' TITLE ; Ürl-Hândle;  prïce\nMug;mug;1,50\n')
  expect(products[0]?.draft).toMatchObject({ handle: 'mug', variants: [{ priceMinor: 150 }] })
})

test('rows without a handle take it from the title, and continue the product above when there is no handle column', async () => {
  const told = await read('Title,Price,Option1 name,Option1 value\nRød jakke,1,Size,S\n,2,,M\nÅre,3,,\n')
  expect(handles(told)).toEqual(['rod-jakke', 'are'])
  expect(told.products[0]).toMatchObject({
    rows: [2, 3],
    draft: { variants: [{ priceMinor: 100 }, { priceMinor: 200 }] }
  })
  const lost = await read('Handle,Title,Price\na,A,1\n,,2\nb,B,1\n')
  expect(handles(lost)).toEqual(['b'])
  expect(lost.problems).toMatchObject([
    { code: 'missing_handle', row: 3, handle: 'a' },
    { code: 'duplicate_options', row: 3 }
  ])
})

test('a product with one bad row is left out whole with its reasons, and the rest goes on', async () => {
  const told = await read(
    'Handle,Title,Option1 Name,Option1 Value,Variant Price\na,A,Size,S,1\na,,,M,free\nb,B,,,2\n'
  )
  expect(handles(told)).toEqual(['b'])
  expect(told.problems).toEqual([
    { kind: 'problem', code: 'bad_amount', row: 3, column: 'Variant Price', raw: 'free', handle: 'a' }
  ])
  expect(told.notices).toMatchObject([{ code: 'product_skipped', handle: 'a', rows: [2, 3] }])
})

test('a handle that returns is another draft with a notice; after a refused part, or without a title, it is refused', async () => {
  const back = await read('Handle,Title,Price,SKU\na,A,1,x\nb,B,1,y\na,A,2,z\n')
  expect(handles(back)).toEqual(['a', 'b', 'a'])
  expect(back.notices).toMatchObject([{ code: 'handle_returned', row: 4, detail: '2', handle: 'a' }])
  const refused = await read('Handle,Title,Price\na,A,?\nb,B,1\na,A,2\n')
  expect(handles(refused)).toEqual(['b'])
  expect(codes(refused.problems)).toEqual(['bad_amount', 'already_refused'])
  const scattered = await read(
    'Handle,Title,Price,Option1 Name,Option1 Value\na,A,1,Size,S\nb,B,1,,\na,,2,,M\n'
  )
  expect(codes(scattered.problems)).toEqual(['scattered_product'])
})

test('a product is shown only when active and published', async () => {
  const cases = ['TRUE,active', 'FALSE,active', ',archived', 'FALSE,', ',', 'TOSI,Unlisted']
  const rows = cases.map((cells, index) => `h${index},T,1,${cells}`).join('\n')
  const { products } = await read(`Handle,Title,Price,Published,Status\n${rows}\n`)
  expect(products.map(({ draft }) => draft.status)).toEqual([
    'active',
    'draft',
    'archived',
    'draft',
    'active',
    'draft'
  ])
})

test('formulas are plain text on the way in', async () => {
  const { products } = await read('Handle,Title,Price,SKU\na,"=HYPERLINK(""http://x"")",1,+1\n')
  expect(products[0]?.draft).toMatchObject({ title: '=HYPERLINK("http://x")', variants: [{ sku: '+1' }] })
})

test.each([100, 2_000])(
  'the place goes along with the products, not with what was read ahead: %i of them',
  async (count) => {
    const rows = Array.from({ length: count }, (_, n) => ({
      Handle: `hat-${n}`,
      Title: 'Höyhenhattu',
      'Body (HTML)': 'Lämmin. '.repeat(40),
      'Variant SKU': `H${n}`,
      'Variant Price': '19.90'
    }))
    const bytes = Buffer.from(csv(CLASSIC, rows))
    const place = { bytes: 0 }
    let products = 0
    for await (const item of readProducts(() => chunked(bytes), { currency: 'EUR', place })) {
      if (item.kind !== 'product') continue
      products++
      expect(Math.abs(place.bytes / bytes.length - products / count)).toBeLessThan(0.02)
    }
    expect([products, place.bytes]).toEqual([count, bytes.length])
  }
)
