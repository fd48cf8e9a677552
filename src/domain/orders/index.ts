// What becomes of an order: its money, its goods, its history. Each change is one transaction with its trace.
export { addNote } from './add-note.ts'
export { cancelOrder, type CancelRefusal } from './cancel-order.ts'
export { fulfilOrder, type FulfilRefusal } from './fulfil-order.ts'
export { writeLetter } from './letters/write-letter.ts'
export { markPaid } from './mark-paid.ts'
export type { AgreedRate, ShipTo } from './order.ts'
export { cancelPieces, type CancelPiecesRefusal } from './pieces/cancel-pieces.ts'
export { findAttempt } from './queries/find-attempt.ts'
export { applyAnswer, type Answered, type Verdict } from './placing/apply-answer.ts'
export { openOrder, type Agreement, type OpenedOrder } from './placing/open-order.ts'
export {
  findOrder,
  findOrderByToken,
  findOrderOfCart,
  type Order,
  type OrderLine
} from './queries/find-order.ts'
export {
  countOrders,
  listOrders,
  listOrdersOfMember,
  ORDER_FILTERS,
  type OrderFilter,
  type OrderListed
} from './queries/list-orders.ts'
export {
  readHistory,
  type Fulfilment,
  type History,
  type OrderEvent,
  type Refund
} from './queries/read-history.ts'
export { refundOrder, type RefundRefusal } from './refunds/refund-order.ts'
export { settleRefunds } from './refunds/settle-refund.ts'
