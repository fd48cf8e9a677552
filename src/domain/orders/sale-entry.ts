import type { Entry, Source } from '#domain/ledger/index.ts'
import type { LockedOrder } from './order.ts'

/** The ledger's row of a sale, written once, when the money is ours. The buyer is named only if a member. */
export const saleEntry = (
  order: Pick<LockedOrder, 'id' | 'memberId' | 'net' | 'total'>,
  source: Source
): Entry => ({
  kind: 'order',
  actor: order.memberId,
  subject: { kind: 'order', id: order.id },
  source,
  amount: order.net,
  payload: { orderId: order.id, total: order.total },
  dedupeKey: `order:${order.id}`
})
