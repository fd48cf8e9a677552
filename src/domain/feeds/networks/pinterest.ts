import { COMMON } from './fields.ts'
import type { NetworkSpec } from './spec.ts'

export const pinterest: NetworkSpec = {
  source: 'https://help.pinterest.com/en/business/article/before-you-get-started-with-catalogs',
  asOf: '2026-11',
  availability: { in: 'in stock', out: 'out of stock', backorder: 'preorder' },
  limits: {
    ...{ id: 127, title: 500, description: 10_000, link: 511, brand: 100, label: 511 },
    ...{ pictures: 10, pictureSide: 75 }
  },
  idForbids: null,
  fields: [
    ...COMMON,
    ['variant_names', (item) => (item.options.length ? item.options.map(({ name }) => name) : null)],
    ['variant_values', (item) => (item.options.length ? item.options.map(({ value }) => value) : null)]
  ]
}
