import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { ledgerHead } from './ledger-head.ts'
import { lockWebhook } from './locks.ts'

type Refusal = 'webhook_not_found' | 'webhook_not_disabled'

/**
 * Tells a receiver again that was given up. It hears what happens from now on; what it missed is in its log and can be
 * replayed, what happened while it was disabled was never meant for it.
 */
export async function enableWebhook(
  ctx: Context,
  { shopId }: Actor,
  id: string
): Promise<Outcome<null, Refusal>> {
  if (!isUuid(id)) return refused('webhook_not_found')
  return write(ctx, shopId, async (tx) => {
    const state = await lockWebhook(tx, shopId, id)
    if (!state) return refused('webhook_not_found')
    if (state !== 'disabled') return refused('webhook_not_disabled')
    const since_seq = await ledgerHead(tx, shopId)
    await tx
      .updateTable('webhooks')
      .set({
        state: 'active',
        disabled_why: null,
        failing_since: null,
        rests: 0,
        rest_until: null,
        since_seq
      })
      .where('shop_id', '=', shopId)
      .where('id', '=', id)
      .execute()
    return done(null)
  })
}
