import { expect, test } from 'vitest'
import { codes, csv, handles, read } from '../testing.ts'

const V1 =
  'Product Id,Product Handle,Product Title,Product Subtitle,Product Description,Product Status,Product Thumbnail,' +
  'Product Weight,Product Collection Title,Product Type,Product Tags,Variant Id,Variant Title,Variant SKU,' +
  'Variant Barcode,Variant Inventory Quantity,Variant Allow Backorder,Variant Manage Inventory,Variant Weight,' +
  'Price North [EUR],Price EUR,Price USD,Option 1 Name,Option 1 Value,Image 1 Url,Image 2 Url'
const V2 =
  'Product Id;Product Handle;Product Title;Product Status;Product Description;Product Thumbnail;Product Image 1;' +
  'Product Image 2;Product Tag 1;Product Tag 2;Variant Id;Variant Title;Variant Sku;Variant Ean;' +
  'Variant Manage Inventory;Variant Allow Backorder;Variant Option 1 Name;Variant Option 1 Value;' +
  'Variant Option 2 Name;Variant Option 2 Value;Variant Price EUR;Variant Price USD;Variant Weight'

const bedding = {
  'Product Handle': 'bedding',
  'Product Title': 'Bedding',
  'Product Description': 'Soft.\\nCrisp.',
  'Product Status': 'published',
  'Product Tags': 'linen,bed',
  'Product Collection Title': 'Bedroom',
  'Variant Manage Inventory': 'TRUE',
  'Variant Allow Backorder': 'FALSE',
  'Option 1 Name': 'Size'
}

test('the first version’s template: prices of the shop’s currency before a region’s, tags in one cell', async () => {
  const rows = [
    {
      ...bedding,
      'Variant SKU': 'B-S',
      'Variant Inventory Quantity': '10',
      'Option 1 Value': 'S',
      'Price North [EUR]': '9',
      'Price EUR': '10.00',
      'Image 1 Url': 'https://a.example/1.jpg',
      'Image 2 Url': 'https://a.example/2.jpg'
    },
    {
      ...bedding,
      'Variant SKU': 'B-L',
      'Variant Inventory Quantity': '0',
      'Option 1 Value': 'L',
      'Price EUR': '12.5',
      'Variant Weight': '400'
    }
  ]
  const told = await read(csv(V1, rows))
  expect(told.problems).toEqual([])
  expect(told.products[0]?.draft).toMatchObject({
    handle: 'bedding',
    title: 'Bedding',
    descriptionHtml: '<p>Soft.<br>Crisp.</p>',
    productType: 'Bedroom',
    status: 'active',
    tags: ['linen', 'bed'],
    options: [{ name: 'Size', values: ['S', 'L'] }],
    images: [{ url: 'https://a.example/1.jpg' }, { url: 'https://a.example/2.jpg' }],
    variants: [
      { sku: 'B-S', priceMinor: 1000, inventoryQuantity: 10, tracked: true, continueSelling: false },
      { sku: 'B-L', priceMinor: 1250, inventoryQuantity: 0, grams: 400 }
    ]
  })
})

test('the second version’s export: semicolons, a column a tag and a picture; what has no currency of ours is refused', async () => {
  const row = (value: string, price: string) => ({
    'Product Handle': 'base-product',
    'Product Title': 'Base product',
    'Product Status': 'proposed',
    'Product Description': '"line 1\nline 2"',
    'Product Image 1': 'test-image.png',
    'Product Image 2': 'https://a.example/2.png',
    'Product Tag 1': '123',
    'Product Tag 2': '456',
    'Variant Ean': '4006381333931',
    'Variant Manage Inventory': 'true',
    'Variant Allow Backorder': 'true',
    'Variant Option 1 Name': 'size',
    'Variant Option 1 Value': value,
    'Variant Option 2 Name': 'color',
    'Variant Option 2 Value': 'green',
    'Variant Price EUR': price,
    'Variant Price USD': '100'
  })
  const file = csv(V2.replaceAll(';', ','), [row('large', '45'), row('small', '40')], ';')
  const told = await read(file)
  expect(told.products[0]?.draft).toMatchObject({
    handle: 'base-product',
    status: 'draft',
    tags: ['123', '456'],
    options: [
      { name: 'size', values: ['large', 'small'] },
      { name: 'color', values: ['green'] }
    ],
    images: [{ url: 'https://a.example/2.png' }],
    variants: [{ priceMinor: 4500, barcode: '4006381333931', continueSelling: true }, { priceMinor: 4000 }]
  })
  expect(codes(told.notices)).toContain('image_ignored')
  expect((await read(file, { currency: 'NOK' })).items).toMatchObject([
    { code: 'missing_column', detail: 'Price NOK' }
  ])
})

test('rows of one product that stand apart are one product, and a wrong price refuses it whole', async () => {
  const sized = (value: string, price: string) => ({
    ...bedding,
    'Option 1 Value': value,
    'Price EUR': price
  })
  const other = {
    ...bedding,
    'Product Handle': 'other',
    'Product Title': 'Other',
    'Option 1 Value': 'S',
    'Price EUR': '1'
  }
  const apart = await read(csv(V1, [sized('S', '1'), other, sized('L', '2')]))
  expect(apart.products.map(({ draft }) => draft.variants.length)).toEqual([2, 1])
  const wrong = await read(csv(V1, [sized('S', '1'), other, sized('L', '-')]))
  expect(handles(wrong)).toEqual(['other'])
  expect(wrong.problems).toMatchObject([
    { code: 'bad_amount', row: 4, handle: 'bedding', column: 'Price EUR' }
  ])
})
