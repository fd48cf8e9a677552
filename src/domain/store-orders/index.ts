// What comes back from stores elsewhere: their orders by signed webhook or by file, and which of them were sales of ours.
export { findInbox } from './find-inbox.ts'
export { hearMessage } from './hear-message.ts'
export { forgetStoreMessages } from './message-log.ts'
export { TOPICS } from './open-message.ts'
export { findStoreOrder, listStoreOrders, type StoreOrderLine, type StoreOrderView } from './queries.ts'
export { codeIn } from './readings/fields.ts'
export type { StoreOrderState } from './said.ts'
export { setStoreSecret } from './set-store-secret.ts'
export {
  listStoreMessages,
  oldSecretUntil,
  storeResults,
  type StoreMessage,
  type StoreResults
} from './store-queries.ts'
export { storesOfCodes, takeStoreOrders, type FileOrder } from './take-store-orders.ts'
