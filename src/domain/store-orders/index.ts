// What comes back from stores elsewhere: their orders by signed webhook or by file, and which of them were sales of ours.
export { findInbox, type Inbox } from './find-inbox.ts'
export { hearMessage, type Heard } from './hear-message.ts'
export { forgetStoreMessages } from './message-log.ts'
export { TOPICS } from './open-message.ts'
export type { StoreOrderState } from './said.ts'
export { setStoreSecret, type SecretInput } from './set-store-secret.ts'
export { storesOfCodes, takeStoreOrders, type FileOrder } from './take-store-orders.ts'
