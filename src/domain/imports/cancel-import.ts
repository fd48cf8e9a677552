import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { statesBefore } from '#platform/lifecycle.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { importLifecycle } from './import.ts'

/** Stops an import after the batch at hand; what is saved stays saved. */
export async function cancelImport(
  ctx: Context,
  actor: Actor,
  importId: string
): Promise<Outcome<null, 'import_not_found' | 'import_over'>> {
  if (!isUuid(importId)) return refused('import_not_found')
  const { shopId } = actor
  const found = await ctx.db
    .selectFrom('imports')
    .select('file_key')
    .where('shop_id', '=', shopId)
    .where('id', '=', importId)
    .executeTakeFirst()
  if (!found) return refused('import_not_found')
  const cancelled = await write(ctx, shopId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('imports')
      .set({ state: 'cancelled', finished_at: ctx.clock.now() })
      .where('shop_id', '=', shopId)
      .where('id', '=', importId)
      .where('state', 'in', statesBefore(importLifecycle, 'cancelled'))
      .executeTakeFirst()
    return numUpdatedRows ? done(null) : refused('import_over')
  })
  if (cancelled.ok) await ctx.files.remove(found.file_key)
  return cancelled
}
