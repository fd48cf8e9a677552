import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { lockStore } from './locks.ts'
import { readStoreAddress } from './read-address.ts'
import { findStoreSecret } from './queries.ts'
import { storeChange, type StoreChange } from './schema.ts'
import { replaceSecret } from './secret.ts'

export type ChangeStoreRefusal = 'invalid' | 'store_not_found' | 'store_stale' | 'store_address_refused'

/** Another name, address or secret; what is left out stays. `version` is that which was read: another's change is not lost. */
export async function changeStore(
  ctx: Context,
  { shopId }: Actor,
  { storeId, version, ...change }: StoreChange & { storeId: string; version: number }
): Promise<Outcome<{ version: number }, ChangeStoreRefusal>> {
  const parsed = parse(storeChange, change)
  if (!parsed.ok) return parsed
  if (!isUuid(storeId)) return refused('store_not_found')
  const { name, secret, address: wished } = parsed.value
  return write(ctx, shopId, async (tx) => {
    if (wished !== undefined) await holdGoods(tx, shopId, storeId)
    const store = await lockStore(tx, shopId, storeId)
    if (!store) return refused('store_not_found')
    if (store.version !== version) return refused('store_stale')
    const address = wished === undefined ? undefined : readStoreAddress(store.kind, wished)
    if (wished !== undefined && !address) return refused('store_address_refused')
    const secrets =
      secret !== undefined &&
      replaceSecret(await findStoreSecret({ db: tx }, shopId, storeId), secret, ctx.clock.now())
    const changed = await tx
      .updateTable('stores')
      .set({ name, address, ...secrets, version: sql`version + 1` })
      .where('shop_id', '=', shopId)
      .where('id', '=', storeId)
      .returning('version')
      .executeTakeFirstOrThrow()
    if (address && store.kind === 'url') await moveGoods(tx, shopId, storeId, store.address, address)
    return done(changed)
  })
}

/** Products before their store, as whoever says where they are sold holds them. */
async function holdGoods(tx: Tx, shopId: number, storeId: string): Promise<void> {
  await sql`
    select from products where shop_id = ${shopId} and id in (
      select v.product_id from store_goods g join variants v on v.shop_id = g.shop_id and v.id = g.variant_id
      where g.shop_id = ${shopId} and g.store_id = ${storeId}) order by id for no key update`.execute(tx)
}

/** The goods of a plain store are on its own host, and move with it. */
async function moveGoods(tx: Tx, shopId: number, storeId: string, from: string, to: string): Promise<void> {
  const [old, next] = [new URL(from).origin, new URL(to).origin]
  if (old === next) return
  await sql`
    update store_goods set url = ${next}::text || substr(url, ${old.length + 1}::int)
    where shop_id = ${shopId} and store_id = ${storeId}`.execute(tx)
}
