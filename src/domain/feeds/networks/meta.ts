import { COMMON } from './fields.ts'
import type { NetworkSpec } from './spec.ts'

export const meta: NetworkSpec = {
  source: 'https://www.facebook.com/business/help/120325381656392',
  asOf: '2026-11',
  availability: { in: 'in stock', out: 'out of stock', backorder: 'available for order' },
  limits: {
    ...{ id: 100, title: 200, description: 9_999, link: 2_000, brand: 100, label: 100 },
    ...{ pictures: 20, pictureSide: 500 }
  },
  // The checkout address lists ids as ID:QTY,ID:QTY.
  idForbids: /[,:]/,
  fields: [
    ...COMMON,
    ['quantity_to_sell_on_facebook', (item) => (item.quantity === null ? null : String(item.quantity))]
  ]
}
