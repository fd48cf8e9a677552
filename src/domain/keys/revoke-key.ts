import type { Context } from '#context'
import { can, type Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Puts a key out of use, from the next request on and for good. */
export async function revokeKey(
  ctx: Context,
  actor: Actor,
  keyId: unknown
): Promise<Outcome<null, 'key_not_found' | 'forbidden'>> {
  if (!can(actor, 'shop.keys')) return refused('forbidden')
  if (!isUuid(keyId)) return refused('key_not_found')
  return write(ctx, actor.shopId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('api_keys')
      .set({ revoked_at: ctx.clock.now() })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', keyId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows ? done(null) : refused('key_not_found')
  })
}
