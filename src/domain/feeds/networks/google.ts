import { COMMON } from './fields.ts'
import type { NetworkSpec } from './spec.ts'

export const google: NetworkSpec = {
  source: 'https://support.google.com/merchants/answer/7052112',
  asOf: '2026-11',
  availability: { in: 'in_stock', out: 'out_of_stock', backorder: 'backorder' },
  limits: {
    ...{ id: 50, title: 150, description: 5_000, link: 2_000, brand: 70, label: 100 },
    ...{ pictures: 10, pictureSide: 100 }
  },
  idForbids: null,
  fields: [
    ...COMMON,
    ['availability_date', (item) => item.availableOn],
    // Without a GTIN, a brand and a maker's number say which product it is; goods with neither have to say so.
    ['identifier_exists', (item) => (item.gtin || item.mpn ? null : 'no')],
    ['checkout_link_template', (item) => item.buyLink]
  ]
}
