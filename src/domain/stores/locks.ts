import type { Tx } from '#platform/database/index.ts'
import { isUuid } from '#platform/ids.ts'
import type { StoreKind } from './schema.ts'

export type LockedStore = {
  id: string
  name: string
  kind: StoreKind
  address: string
  version: number
  disabledAt: Date | null
}

const storeRow = (tx: Tx, shopId: number, storeId: string) =>
  tx
    .selectFrom('stores')
    .select(['id', 'name', 'kind', 'address', 'version', 'disabled_at as disabledAt'])
    .where('shop_id', '=', shopId)
    .where('id', '=', storeId)

/** Locks a store that is to be changed, until the commit. After a cart or a product, never before. */
export async function lockStore(tx: Tx, shopId: number, storeId: string): Promise<LockedStore | undefined> {
  if (!isUuid(storeId)) return undefined
  return (await storeRow(tx, shopId, storeId).forNoKeyUpdate().executeTakeFirst()) as LockedStore | undefined
}

/** Sees to it that a store stays as it is until the commit; many may do so at once. */
export async function keepStore(tx: Tx, shopId: number, storeId: string): Promise<LockedStore | undefined> {
  if (!isUuid(storeId)) return undefined
  return (await storeRow(tx, shopId, storeId).forShare().executeTakeFirst()) as LockedStore | undefined
}
