// Stores elsewhere in which goods of this shop are sold: which ones, what lives there, and how a cart is handed over to one.
export { changeStore, type ChangeStoreRefusal } from './change-store.ts'
export { createStore, type CreateStoreRefusal } from './create-store.ts'
export { handOver, type HandedTo, type HandOverRefusal } from './hand-over.ts'
export { handedOver, type HandedOver } from './handed-over.ts'
export { homesOf, homesOfProduct, type Home } from './homes.ts'
export { findStore, findStoreSecret, listStores } from './queries.ts'
export {
  STORE_KINDS,
  type StoreChange,
  type StoreGoodsInput,
  type StoreInput,
  type StoreKind
} from './schema.ts'
export { replaceSecret, STANDARD, storeSecret } from './secret.ts'
export type { HandedLine } from './same-hand-over.ts'
export { setStoreDisabled } from './set-store-disabled.ts'
export { setStoreGoods, type StoreGoodsRefusal } from './set-store-goods.ts'
export type { Store } from './store.ts'
