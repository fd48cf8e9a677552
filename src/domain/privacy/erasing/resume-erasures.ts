import { sql } from 'kysely'
import type { Context } from '#context'
import { later, write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done } from '#platform/outcome.ts'

/** As long as a job may take: whose erasure is older has none that works on it, or one that another does not disturb. */
const SILENT_MS = 3_600_000

/** Hands erasures that were given up to a worker again, for as long as they are not done. */
export async function resumeErasures(ctx: Context, shopId: number): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - SILENT_MS)
  await write(ctx, shopId, async (tx) => {
    const { rows } = await sql<{ id: string }>`select id from erasures
      where shop_id = ${shopId} and state = 'running' and asked_at < ${before} order by asked_at`.execute(tx)
    for (const { id } of rows) await later(ctx, tx, shopId, 'person.erase', { erasureId: id })
    return done(null)
  })
}

/** The same for one that is asked for again, unless it is done. */
export async function askAgain(ctx: Context, tx: Tx, shopId: number, id: string): Promise<void> {
  const { rows } = await sql`select 1 from erasures
    where shop_id = ${shopId} and id = ${id} and state = 'running'`.execute(tx)
  if (rows.length) await later(ctx, tx, shopId, 'person.erase', { erasureId: id })
}
