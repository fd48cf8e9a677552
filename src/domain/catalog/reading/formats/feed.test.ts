import { expect, test } from 'vitest'
import { codes, csv, handles, read } from '../testing.ts'

const FEED =
  'id,title,description,link,image_link,additional_image_link,availability,price,sale_price,' +
  'sale_price_effective_date,brand,gtin,item_group_id,product_type,color,size,condition,quantity,shipping_weight'
const NOW = new Date('2026-11-28T12:00:00Z')

const tee = (size: string, cells: Record<string, string> = {}) => ({
  id: `TEE-${size}`,
  title: `Harbour tee - ${size}`,
  description: 'Soft.',
  link: `https://shop.example/products/harbour-tee?variant=${size}`,
  image_link: `https://a.example/${size}.jpg`,
  availability: 'in stock',
  price: '19.99 EUR',
  item_group_id: 'TEE',
  size,
  color: 'Blue',
  condition: 'new',
  ...cells
})
const readFeed = (rows: Record<string, string>[], delimiter = ',') =>
  read(csv(FEED, rows, delimiter), { now: NOW })

test.each([',', '\t'])(
  'items of one group are one product, with what they differ in as its choice (%j)',
  async (delimiter) => {
    const told = await readFeed(
      [
        tee('S', {
          product_type: 'Clothing > Tees',
          brand: 'Quay',
          gtin: '4006381333931',
          shipping_weight: '0.2 kg'
        }),
        tee('M', { item_group_id: '', id: 'CAP', title: 'Cap', link: 'https://shop.example/products/cap' }),
        tee('M', { quantity: '4', additional_image_link: 'https://a.example/x.jpg, https://a.example/y.jpg' })
      ],
      delimiter
    )
    expect(told.problems).toEqual([])
    expect(handles(told)).toEqual(['harbour-tee', 'cap'])
    expect(told.products[0]?.draft).toMatchObject({
      title: 'Harbour tee',
      descriptionHtml: '<p>Soft.</p>',
      vendor: 'Quay',
      productType: 'Tees',
      tags: ['Clothing', 'Tees'],
      options: [{ name: 'Size', values: ['S', 'M'] }],
      images: ['S', 'M', 'x', 'y'].map((name) => ({ url: `https://a.example/${name}.jpg` })),
      variants: [
        { sku: 'TEE-S', priceMinor: 1999, barcode: '4006381333931', grams: 200, tracked: false },
        { sku: 'TEE-M', inventoryQuantity: 4, tracked: true, imageUrl: 'https://a.example/M.jpg' }
      ]
    })
    expect(told.products[1]?.draft).toMatchObject({ title: 'Cap', options: [], variants: [{ sku: 'CAP' }] })
  }
)

test('every network’s spelling of availability is read, others refuse the product', async () => {
  const stockOf = async (availability: string, quantity = '') => {
    const { products, problems } = await readFeed([tee('S', { availability, quantity })])
    const one = products[0]?.draft.variants[0]
    return one ? [one.tracked, one.inventoryQuantity, one.continueSelling] : codes(problems)
  }
  for (const spelled of ['in stock', 'in_stock', 'InStock', 'https://schema.org/InStock', 'IN STOCK', ''])
    expect(await stockOf(spelled)).toEqual([false, undefined, false])
  for (const spelled of ['out of stock', 'out_of_stock', 'OutOfStock', 'discontinued', 'sold out'])
    expect(await stockOf(spelled, '7')).toEqual([true, 0, false])
  for (const spelled of ['preorder', 'pre-order', 'backorder', 'available for order', 'PreOrder'])
    expect(await stockOf(spelled)).toEqual([true, 0, true])
  expect(await stockOf('perhaps')).toEqual(['bad_availability'])
})

test('a price in another currency is refused by its row, a reduced one holds in its time', async () => {
  const told = await readFeed([
    tee('S', { price: '19.99 USD', item_group_id: 'A', id: 'A', link: '' }),
    tee('M', {
      sale_price: '15.00 EUR',
      sale_price_effective_date: '2026-11-01T00:00+0200/2026-12-01T00:00+0200',
      id: 'B',
      item_group_id: 'B',
      link: ''
    }),
    tee('L', {
      sale_price: 'EUR 15',
      sale_price_effective_date: '2026-01-01/2026-02-01',
      id: 'C',
      item_group_id: 'C',
      link: ''
    })
  ])
  expect(told.problems).toMatchObject([
    { code: 'currency_mismatch', row: 2, column: 'price', raw: '19.99 USD' }
  ])
  expect(told.products.map(({ draft }) => draft.variants[0])).toMatchObject([
    { priceMinor: 1500, compareAtMinor: 1999 },
    { priceMinor: 1999, compareAtMinor: undefined }
  ])
})

test('Meta’s pictures come as JSON in a cell or as columns with numbers', async () => {
  const meta =
    'id,title,price,availability,image[0].url,image[1].url\n1,Cup,5 EUR,in stock,https://a.example/0.jpg,https://a.example/1.jpg\n'
  const json =
    'id,title,price,availability,image\n1,Cup,5 EUR,in stock,"[{""url"":""https://a.example/0.jpg"",""tag"":[""a""]},{""url"":""https://a.example/1.jpg""}]"\n'
  for (const file of [meta, json]) {
    expect((await read(file)).products[0]?.draft.images.map(({ url }) => url)).toEqual([
      'https://a.example/0.jpg',
      'https://a.example/1.jpg'
    ])
  }
})

test('where no attribute tells items apart, the ends of their titles do, or their ids', async () => {
  const same = (id: string, title: string) => tee('', { id, title, color: '', size: '' })
  const ends = await readFeed([same('1', 'Mug (small)'), same('2', 'Mug (large)')])
  expect(ends.products[0]?.draft).toMatchObject({
    title: 'Mug',
    options: [{ name: 'Variant', values: ['small', 'large'] }]
  })
  const ids = await readFeed([same('1', 'Mug'), same('2', 'Mug')])
  expect(ids.products[0]?.draft).toMatchObject({
    title: 'Mug',
    options: [{ name: 'Variant', values: ['1', '2'] }]
  })
})
