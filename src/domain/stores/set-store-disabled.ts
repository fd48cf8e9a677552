import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Nothing goes to a store that is off: its goods are shown, and cannot be had until it is on again. */
export async function setStoreDisabled(
  ctx: Context,
  { shopId }: Actor,
  { storeId, disabled }: { storeId: string; disabled: boolean }
): Promise<Outcome<null, 'store_not_found'>> {
  if (!isUuid(storeId)) return refused('store_not_found')
  return write(ctx, shopId, async (tx) => {
    const set = await tx
      .updateTable('stores')
      .set({ disabled_at: disabled ? ctx.clock.now() : null, version: sql`version + 1` })
      .where('shop_id', '=', shopId)
      .where('id', '=', storeId)
      .executeTakeFirst()
    return set.numUpdatedRows ? done(null) : refused('store_not_found')
  })
}
