import { z } from 'zod'
import type { Kind } from '#domain/ledger/index.ts'
import { event, from, member, source, sourceOf } from './describe.ts'
import { figure, id } from './fields.ts'

const storeOrder = z.object({
  storeOrderId: id,
  storeId: id,
  total: figure,
  net: z.int().describe('Minor units.'),
  currency: z.string(),
  memberId: id.nullable(),
  ...source
})
/** What a store elsewhere tells of an order that came by a hand-over; `sign` turns what is lost into a sum. */
const storeEvent = (kind: Kind, says: string, sign: 1 | -1 = 1) =>
  event({
    ...{ kind, says, data: storeOrder },
    read: (row, currency) => ({
      ...{ storeOrderId: row.subjectId!, storeId: String(from(row, 'storeId')) },
      ...{ total: Number(from(row, 'total')), net: sign * (row.amount ?? 0), currency },
      ...{ memberId: member(row), ...sourceOf(row) }
    }),
    subject: (row) => `store_order:${row.subjectId}`
  })

/** What is told of orders in stores elsewhere. */
export const storeOrders = {
  'store_order.paid': storeEvent(
    'store_order',
    'An order in a store elsewhere that came from here was paid. `total` is what the buyer paid there, `net` what the goods earn.'
  ),
  'store_order.changed': storeEvent(
    'store_order_changed',
    'Such an order is another than was told, or a refund was taken back: `net` is how much more its goods earn, or less.'
  ),
  'store_order.refunded': storeEvent(
    'store_refund',
    'Money went back there, or the order was called off: `net` is what the goods no longer earn.',
    -1
  )
}
