import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { later, write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Tries an import's failed pictures once more. Answers how many. */
export async function retryPictures(
  ctx: Context,
  actor: Actor,
  importId: string
): Promise<Outcome<{ pictures: number }, 'import_not_found'>> {
  if (!isUuid(importId)) return refused('import_not_found')
  return write(ctx, actor.shopId, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update remote_pictures set state = 'queued', tries = 0
      where shop_id = ${actor.shopId} and import_id = ${importId} and state = 'failed'
      returning id`.execute(tx)
    for (const { id } of rows) await later(ctx, tx, actor.shopId, 'product.picture', { remoteId: id })
    return done({ pictures: rows.length })
  })
}
