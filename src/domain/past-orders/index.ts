// Orders of another shop system, as history: never fulfilled, never charged, and no sales of this shop's.
export { listPastOrders, type PastOrder } from './queries.ts'
export type { PastOrderDraft } from './past-order.ts'
export { savePastOrders } from './save-past-orders.ts'
