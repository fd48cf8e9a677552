import { sql } from 'kysely'
import type { Context } from '#context'
import { later, write } from '#domain/ledger/index.ts'
import { listShops } from '#domain/shops/index.ts'
import { done } from '#platform/outcome.ts'

const SILENT_MS = 30_000

/** Hands imports whose worker fell silent to another one. A worker that was only slow stops at its next batch. */
export async function resumeImports(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  const before = new Date(now.getTime() - SILENT_MS)
  for (const shop of await listShops(ctx)) {
    await write(ctx, shop.id, async (tx) => {
      const { rows } = await sql<{ id: string }>`
        update imports set touched_at = ${now}
        where shop_id = ${shop.id} and state in ('queued', 'running') and touched_at < ${before}
        returning id`.execute(tx)
      for (const { id } of rows) await later(ctx, tx, shop.id, 'import.run', { importId: id })
      return done(null)
    })
  }
}
