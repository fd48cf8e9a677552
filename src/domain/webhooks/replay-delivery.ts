import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { later, write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { lockWebhook } from './locks.ts'

type Refusal = 'webhook_not_found' | 'webhook_not_active' | 'delivery_not_found' | 'delivery_waiting'
type Which = { webhookId: string; deliveryId: string }

/** Sends a delivery once more under the same webhook-id, at once, received or not. Should it fail, its schedule goes on. */
export async function replayDelivery(
  ctx: Context,
  { shopId }: Actor,
  { webhookId, deliveryId }: Which
): Promise<Outcome<null, Refusal>> {
  if (!isUuid(webhookId)) return refused('webhook_not_found')
  if (!isUuid(deliveryId)) return refused('delivery_not_found')
  return write(ctx, shopId, async (tx) => {
    const refusal = await lockActive(tx, shopId, webhookId)
    if (refusal) return refused(refusal)
    const { rows } = await sql<{ state: string }>`
      select state from webhook_deliveries
      where shop_id = ${shopId} and webhook_id = ${webhookId} and id = ${deliveryId} for update`.execute(tx)
    if (!rows[0]) return refused('delivery_not_found')
    if (rows[0].state === 'waiting') return refused('delivery_waiting')
    await sql`update webhook_deliveries set state = 'waiting', next_try_at = ${ctx.clock.now()}, finished_at = null
      where shop_id = ${shopId} and id = ${deliveryId}`.execute(tx)
    await later(ctx, tx, shopId, 'webhook.send', { webhookId })
    return done(null)
  })
}

/** Everything that was given up is sent again, in order. Answers how many. */
export async function replayFailed(
  ctx: Context,
  { shopId }: Actor,
  webhookId: string
): Promise<Outcome<{ deliveries: number }, 'webhook_not_found' | 'webhook_not_active'>> {
  if (!isUuid(webhookId)) return refused('webhook_not_found')
  return write(ctx, shopId, async (tx) => {
    const refusal = await lockActive(tx, shopId, webhookId)
    if (refusal) return refused(refusal)
    const { rows } = await sql<{ subject: string }>`
      update webhook_deliveries set state = 'waiting', tries = 0, next_try_at = null, finished_at = null
      where shop_id = ${shopId} and webhook_id = ${webhookId} and state = 'failed'
      returning subject`.execute(tx)
    await sql`delete from webhook_tries t using webhook_deliveries d
      where t.shop_id = ${shopId} and d.shop_id = ${shopId} and d.id = t.delivery_id and d.webhook_id = ${webhookId}
        and d.state = 'waiting' and d.tries = 0`.execute(tx)
    await sql`update webhook_deliveries d set next_try_at = ${ctx.clock.now()}
      where d.shop_id = ${shopId} and d.webhook_id = ${webhookId} and d.state = 'waiting' and d.next_try_at is null
        and not exists (select from webhook_deliveries e where e.shop_id = ${shopId}
          and e.webhook_id = ${webhookId} and e.subject = d.subject and e.state = 'waiting'
          and e.place < d.place)`.execute(tx)
    if (rows.length) await later(ctx, tx, shopId, 'webhook.send', { webhookId })
    return done({ deliveries: rows.length })
  })
}

async function lockActive(tx: Tx, shopId: number, webhookId: string) {
  const state = await lockWebhook(tx, shopId, webhookId)
  if (!state) return 'webhook_not_found'
  return state === 'active' ? undefined : 'webhook_not_active'
}
