import type { Tx } from '#platform/database/index.ts'
import type { StoreOrderState } from '../said.ts'

/** Whose order it is, and how it was heard. */
export type Hearing = {
  shopId: number
  storeId: string
  /** The shop's currency: what is not in it is shown and never summed. */
  currency: string
  heardBy: 'webhook' | 'import'
}

/** An order elsewhere as it is stored, locked until the commit. */
export type LockedStoreOrder = {
  id: string
  outsideId: string
  state: StoreOrderState
  handOverId: string | null
  currency: string
  total: number
  goods: number
  refunded: number
  saidRefunded: number
  saidCancelled: boolean
  paid: boolean
  told: number | null
  toldBack: number
  tellings: number
  placedAt: Date
  changedAt: Date
  mark: string
}

const rows = (tx: Tx, { shopId, storeId }: Hearing) =>
  tx
    .selectFrom('store_orders')
    .select(['id', 'outside_id as outsideId', 'state', 'hand_over_id as handOverId', 'currency', 'total'])
    .select(['goods', 'refunded', 'said_refunded as saidRefunded', 'said_cancelled as saidCancelled', 'paid'])
    .select(['told', 'told_back as toldBack', 'tellings', 'placed_at as placedAt', 'changed_at as changedAt'])
    .select('mark')
    .where('shop_id', '=', shopId)
    .where('store_id', '=', storeId)

export const lockOrder = (tx: Tx, hearing: Hearing, outsideId: string) =>
  rows(tx, hearing).where('outside_id', '=', outsideId).forUpdate().executeTakeFirst() as Promise<
    LockedStoreOrder | undefined
  >

/** The order with this number that came by this hand-over; `inFile` where only one known from a file will do. */
export const lockTwin = async (
  tx: Tx,
  hearing: Hearing,
  { number, handOverId, inFile }: { number: string; handOverId: string | null; inFile: boolean }
): Promise<LockedStoreOrder | undefined> =>
  handOverId === null
    ? undefined
    : (rows(tx, hearing)
        .where('number', '=', number)
        .where('hand_over_id', '=', handOverId)
        .$if(inFile, (q) => q.where('heard_by', '=', 'import'))
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .executeTakeFirst() as Promise<LockedStoreOrder | undefined>)

/** The order with this number, for a file that names orders by number only. */
export const lockNumbered = (tx: Tx, hearing: Hearing, number: string) =>
  rows(tx, hearing)
    .where('number', '=', number)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst() as Promise<LockedStoreOrder | undefined>
