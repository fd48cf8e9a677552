import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** A receiver is told nothing any more; what waited for it is dropped, and its log with it. */
export async function deleteWebhook(
  ctx: Context,
  { shopId }: Actor,
  id: string
): Promise<Outcome<null, 'webhook_not_found'>> {
  if (!isUuid(id)) return refused('webhook_not_found')
  return write(ctx, shopId, async (tx) => {
    // First the row, so that no event is handed out to it meanwhile.
    const found = await tx
      .selectFrom('webhooks')
      .select('id')
      .where('shop_id', '=', shopId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!found) return refused('webhook_not_found')
    await tx
      .deleteFrom('webhook_deliveries')
      .where('shop_id', '=', shopId)
      .where('webhook_id', '=', id)
      .execute()
    await tx.deleteFrom('webhooks').where('shop_id', '=', shopId).where('id', '=', id).execute()
    return done(null)
  })
}
