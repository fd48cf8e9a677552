import { expect, test } from 'vitest'
import type { ProductPage, VariantView } from '#domain/catalog/index.ts'
import { describeProduct } from './describe-product.ts'
import { firstChoice, offersOf } from './offers.ts'

const variant = (id: string, values: string[], more: Partial<VariantView> = {}): VariantView => ({
  ...{ id, sku: id, barcode: null, optionValues: values, price: 3400, compareAt: null, lowest30: null },
  ...{ available: true, left: 40, pictureId: null, ...more }
})
const product = (variants: VariantView[]): ProductPage => ({
  ...{
    id: 'p',
    handle: 'tee',
    title: 'Tee',
    description: '',
    vendor: null,
    productType: null,
    state: 'active'
  },
  ...{ seoTitle: null, seoDescription: null, tags: [], collections: [], pictures: [], variants },
  options: [
    { name: 'Size', values: ['S', 'M'] },
    { name: 'Colour', values: ['Red', 'Blue'] }
  ]
})

test('variants that are offered alike share one saying, and each knows its values by number', () => {
  const { offers, choices } = offersOf(
    product([
      variant('a', ['S', 'Red'], { available: false, left: 0 }),
      variant('b', ['S', 'Blue'], { left: 12 }),
      variant('c', ['M', 'Blue'], { left: 3 }),
      variant('d', ['M', 'Red'], { left: 99 })
    ])
  )
  expect(offers.map(({ left }) => left)).toEqual([0, null, 3])
  expect(choices.map(({ values, offer }) => [values, offer])).toEqual([
    [[0, 0], 0],
    [[0, 1], 1],
    [[1, 1], 2],
    [[1, 0], 1]
  ])
  expect(firstChoice(choices, null)?.id).toBe('b')
  expect(firstChoice(choices, 'a')?.id).toBe('a')
})

test('one variant is a product, several are a group, and prices are decimals of the currency', () => {
  const about = { url: 'https://x.example/products/tee', currency: 'EUR', images: ['i'], description: 'd' }
  const one = describeProduct(product([variant('a', ['S', 'Red'], { barcode: '6410405082657' })]), about)
  expect(one).toMatchObject({ '@type': 'Product', gtin: '6410405082657', offers: { price: '34.00' } })
  const yen = describeProduct(product([variant('a', ['S', 'Red'])]), { ...about, currency: 'JPY' })
  expect(yen).toMatchObject({ offers: { price: '3400', priceCurrency: 'JPY' } })
  const many = describeProduct(
    product([variant('a', ['S', 'Red']), variant('b', ['S', 'Blue'], { available: false })]),
    about
  )
  expect(many).toMatchObject({
    '@type': 'ProductGroup',
    hasVariant: [{ name: 'Tee, S, Red' }, { offers: { availability: 'https://schema.org/OutOfStock' } }]
  })
})
