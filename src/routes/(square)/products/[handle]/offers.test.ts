import { expect, test } from 'vitest'
import type { ProductPage, VariantView } from '#domain/catalog/index.ts'
import { firstChoice, offersOf } from './offers.ts'

const variant = (id: string, values: string[], more: Partial<VariantView> = {}): VariantView => ({
  ...{ id, sku: id, barcode: null, optionValues: values, price: 3400, compareAt: null, lowest30: null },
  ...{ available: true, left: 40, pictureId: null, store: null, ...more }
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
