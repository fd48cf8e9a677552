import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { lockStore } from './locks.ts'

/** Nothing goes to a store that is off: its goods are shown, and cannot be had until it is on again. With `version` only that one. */
export async function setStoreDisabled(
  ctx: Context,
  { shopId }: Actor,
  { storeId, disabled, version }: { storeId: string; disabled: boolean; version?: number | undefined }
): Promise<Outcome<null, 'store_not_found' | 'store_stale'>> {
  return write(ctx, shopId, async (tx) => {
    const store = await lockStore(tx, shopId, storeId)
    if (!store) return refused('store_not_found')
    if (store.version !== (version ?? store.version)) return refused('store_stale')
    await tx
      .updateTable('stores')
      .set({ disabled_at: disabled ? ctx.clock.now() : null, version: sql`version + 1` })
      .where('shop_id', '=', shopId)
      .where('id', '=', storeId)
      .execute()
    return done(null)
  })
}
