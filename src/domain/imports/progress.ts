import { sql } from 'kysely'
import type { Context } from '#context'
import { append, write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { statesBefore } from '#platform/lifecycle.ts'
import { done, refused } from '#platform/outcome.ts'
import { importLifecycle, type Run } from './import.ts'

/** Takes a waiting import up, or one that another worker left; undefined when there is nothing to do. */
export async function beginRun(ctx: Context, shopId: number, importId: string): Promise<Run | undefined> {
  const now = ctx.clock.now()
  const begun = await write(ctx, shopId, async (tx) => {
    const { rows } = await sql<Run>`
      update imports i set state = 'running', started_at = coalesce(i.started_at, ${now}), touched_at = ${now}
      from shops s, locations l
      where i.shop_id = ${shopId} and i.id = ${importId} and i.state = any(${statesBefore(importLifecycle, 'running')})
        and s.shop_id = i.shop_id and l.shop_id = i.shop_id and l.is_default
      returning i.id, i.shop_id as "shopId", i.file_key as "fileKey", s.currency, l.id as "locationId",
        i.overwrite_stock as "overwriteStock", i.started_by as "startedBy", i.items_read as "itemsRead",
        i.problems, i.kind, i.format, i.mapping, i.created_at as "createdAt"`.execute(tx)
    return rows[0] ? done(rows[0]) : refused('import_over')
  })
  return begun.ok ? begun.value : undefined
}

/** Says that the run is alive while it passes over what is behind it. Answers when it said so. */
export async function beat(ctx: Context, run: Run): Promise<number> {
  const now = ctx.clock.now()
  await ctx.db
    .updateTable('imports')
    .set({ touched_at: now })
    .where('shop_id', '=', run.shopId)
    .where('id', '=', run.id)
    .execute()
  return now.getTime()
}

/**
 * Whether this run is still the one: the import is neither cancelled nor further than the run knows. Locks the shop
 * against other imports first (imports of one shop take turns batch by batch, so that they cannot cross), then the
 * import until the batch commits.
 */
export async function isOurs(tx: Tx, run: Run): Promise<boolean> {
  await sql`select 1 from shops where shop_id = ${run.shopId} for no key update`.execute(tx)
  const row = await tx
    .selectFrom('imports')
    .select(['state', 'items_read'])
    .where('shop_id', '=', run.shopId)
    .where('id', '=', run.id)
    .forUpdate()
    .executeTakeFirst()
  return row?.state === 'running' && row.items_read === run.itemsRead
}

/** Ends the import, with the reason when the file as a whole was refused, and writes its sums into the ledger. */
export async function finishRun(ctx: Context, run: Run, problem?: string): Promise<void> {
  const ended = await write(ctx, run.shopId, async (tx) => {
    if (!(await isOurs(tx, run))) return refused('import_over')
    const sums = await tx
      .updateTable('imports')
      .set((eb) => ({
        state: problem ? 'failed' : 'done',
        problem: problem ?? null,
        bytes_read: problem ? eb.ref('bytes_read') : eb.ref('file_bytes'),
        finished_at: ctx.clock.now()
      }))
      .where('shop_id', '=', run.shopId)
      .where('id', '=', run.id)
      .returning(['created', 'updated', 'skipped'])
      .executeTakeFirstOrThrow()
    const subject = { kind: 'import', id: run.id } as const
    const payload = { importId: run.id, ...sums }
    const dedupeKey = `import ${run.id}`
    await append(ctx, tx, run.shopId, [{ kind: 'import', actor: run.startedBy, subject, payload, dedupeKey }])
    return done(null)
  })
  if (ended.ok) await ctx.files.remove(run.fileKey)
}
