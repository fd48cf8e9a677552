import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { later, write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { lockWebhook } from './locks.ts'

type Refusal = 'webhook_not_found' | 'webhook_disabled'

/** Holds a receiver's deliveries back, or lets them go: events gather meanwhile and none is lost. */
export async function setWebhookPaused(
  ctx: Context,
  { shopId }: Actor,
  { id, paused }: { id: string; paused: boolean }
): Promise<Outcome<null, Refusal>> {
  if (!isUuid(id)) return refused('webhook_not_found')
  return write(ctx, shopId, async (tx) => {
    const state = await lockWebhook(tx, shopId, id)
    if (!state) return refused('webhook_not_found')
    if (state === 'disabled') return refused('webhook_disabled')
    await tx
      .updateTable('webhooks')
      .set({ state: paused ? 'paused' : 'active', rests: 0, rest_until: null })
      .where('shop_id', '=', shopId)
      .where('id', '=', id)
      .execute()
    if (!paused) await later(ctx, tx, shopId, 'webhook.send', { webhookId: id })
    return done(null)
  })
}
