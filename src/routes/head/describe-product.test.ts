import { expect, test } from 'vitest'
import type { ProductPage, VariantView } from '#domain/catalog/index.ts'
import { describeProduct } from './describe-product.ts'

const variant = (id: string, values: string[], more: Partial<VariantView> = {}): VariantView => ({
  ...{ id, sku: id, barcode: null, optionValues: values, price: 3400, compareAt: null, lowest30: null },
  ...{ available: true, left: 40, pictureId: null, store: null, ...more }
})

const product = (variants: VariantView[]): ProductPage => ({
  ...{
    id: 'p',
    handle: 'tee',
    title: 'Tee',
    description: '<p>A &amp; B</p>',
    vendor: null,
    productType: null
  },
  ...{
    state: 'active',
    seoTitle: null,
    seoDescription: null,
    tags: [],
    collections: [],
    pictures: [],
    variants
  },
  options: [
    { name: 'Koko', values: ['S', 'M'] },
    { name: 'Mood', values: ['Red', 'Blue'] }
  ]
})

const about = { url: 'https://x.example/products/tee', currency: 'EUR', images: ['i'], seller: 'Kauppatori' }

test('one variant is a product, several are a group, and prices are decimals of the currency', () => {
  const one = describeProduct(product([variant('a', ['S', 'Red'], { barcode: '6410405082657' })]), about)
  expect(one).toMatchObject({
    ...{ '@type': 'Product', gtin: '6410405082657', size: 'S', description: 'A & B' },
    offers: { price: '34.00' }
  })
  const yen = describeProduct(product([variant('a', ['S', 'Red'])]), { ...about, currency: 'JPY' })
  expect(yen).toMatchObject({ offers: { price: '3400', priceCurrency: 'JPY' } })
  const many = describeProduct(
    product([variant('a', ['S', 'Red']), variant('b', ['S', 'Blue'], { available: false })]),
    about
  )
  expect(many).toMatchObject({
    '@type': 'ProductGroup',
    variesBy: ['https://schema.org/size'],
    hasVariant: [
      { name: 'Tee, S, Red', size: 'S' },
      { offers: { availability: 'https://schema.org/OutOfStock' } }
    ]
  })
})
