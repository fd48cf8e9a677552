import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { newSecret, OLD_SECRET_HOURS } from './sign.ts'

type Rotated = { secret: string; oldValidUntil: Date }

/** A new secret. The one before signs beside it for a day; one that was already on its way out ends at once. */
export async function rotateSecret(
  ctx: Context,
  { shopId }: Actor,
  id: string
): Promise<Outcome<Rotated, 'webhook_not_found'>> {
  if (!isUuid(id)) return refused('webhook_not_found')
  const secret = newSecret(ctx)
  const oldValidUntil = new Date(ctx.clock.now().getTime() + OLD_SECRET_HOURS * 3_600_000)
  return write(ctx, shopId, async (tx) => {
    const row = await tx
      .updateTable('webhooks')
      .set((eb) => ({ secret, old_secret: eb.ref('secret'), old_secret_until: oldValidUntil }))
      .where('shop_id', '=', shopId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    return row ? done({ secret, oldValidUntil }) : refused('webhook_not_found')
  })
}
