import type { Context } from '#context'
import { write } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { tellOwners } from './tell-owners.ts'
import type { DisabledWhy } from './webhook.ts'

/** Gives a receiver up, once: what waits is not sent any more, and the owners get a letter. */
export async function disableWebhook(
  ctx: Context,
  shopId: number,
  webhookId: string,
  why: DisabledWhy
): Promise<void> {
  const now = ctx.clock.now()
  await write(ctx, shopId, async (tx) => {
    const webhook = await tx
      .updateTable('webhooks')
      .set({ state: 'disabled', disabled_why: why })
      .where('shop_id', '=', shopId)
      .where('id', '=', webhookId)
      .where('state', '<>', 'disabled')
      .returning(['id', 'url'])
      .executeTakeFirst()
    if (!webhook) return done(null)
    await tx
      .updateTable('webhook_deliveries')
      .set({ state: 'failed', next_try_at: null, finished_at: now, last_problem: 'disabled' })
      .where('shop_id', '=', shopId)
      .where('webhook_id', '=', webhookId)
      .where('state', '=', 'waiting')
      .execute()
    await tellOwners(ctx, tx, shopId, { ...webhook, why })
    return done(null)
  })
}
