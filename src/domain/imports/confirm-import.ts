import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { later, write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { statesBefore } from '#platform/lifecycle.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { importLifecycle } from './import.ts'
import { forgetMapping, rememberMapping, type Said } from './mappings.ts'
import { headOf } from './open-file.ts'

/** Has the worker bring in a file that was looked at; how its columns were read is remembered for the next one. */
export async function confirmImport(
  ctx: Context,
  actor: Actor,
  importId: string
): Promise<Outcome<null, 'import_not_found' | 'import_over'>> {
  const { shopId } = actor
  const found = isUuid(importId) ? await findWaiting(ctx, shopId, importId) : undefined
  if (!found) return refused('import_not_found')
  if (found.state !== 'preview') return refused('import_over')
  const { headings } = await headOf(ctx, found.file_key)
  return write(ctx, shopId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('imports')
      .set({ state: 'queued', touched_at: ctx.clock.now() })
      .where('shop_id', '=', shopId)
      .where('id', '=', importId)
      .where('state', 'in', statesBefore(importLifecycle, 'queued'))
      .executeTakeFirst()
    if (!numUpdatedRows) return refused('import_over')
    await forgetMapping(tx, shopId, headings)
    const said = { kind: found.kind, mapping: found.mapping } as Said
    if (found.mapping) await rememberMapping(ctx, tx, shopId, { headings, ...said })
    await later(ctx, tx, shopId, 'import.run', { importId })
    return done(null)
  })
}

const findWaiting = ({ db }: Context, shopId: number, id: string) =>
  db
    .selectFrom('imports')
    .select(['state', 'kind', 'file_key', 'mapping'])
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()
