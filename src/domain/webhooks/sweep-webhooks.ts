import { sql } from 'kysely'
import type { Context } from '#context'
import { later, write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done } from '#platform/outcome.ts'

const LATE_SECONDS = 30

/** Wakes receivers whose deliveries are overdue: their worker died, or their wake-up was lost. */
export async function wakeWebhooks(ctx: Context, shopId: number): Promise<void> {
  const now = ctx.clock.now()
  const late = new Date(now.getTime() - LATE_SECONDS * 1_000)
  const { rows } = await sql<{ id: string }>`
    select w.id from webhooks w
    where w.shop_id = ${shopId} and w.state = 'active' and (w.rest_until is null or w.rest_until <= ${late})
      and exists (select from webhook_deliveries d where d.shop_id = ${shopId} and d.webhook_id = w.id
        and d.state = 'waiting' and d.next_try_at <= ${late})`.execute(ctx.db)
  if (rows.length === 0) return
  await write(ctx, shopId, async (tx) => {
    for (const { id } of rows) await later(ctx, tx, shopId, 'webhook.send', { webhookId: id })
    return done(null)
  })
}

const AT_A_TIME = 2_000

/**
 * Deletes deliveries from before then with their log, what still waits for a paused receiver included: a slice of them,
 * oldest first, so that whatever stays of a subject's line still has a first that may be sent. Answers how many.
 */
export async function forgetWebhooks(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  shopId: number,
  before: Date
): Promise<number> {
  // Receivers before their deliveries, as everyone locks them.
  await sql`select from webhooks where shop_id = ${shopId} order by id for share`.execute(tx)
  const { rows } = await sql<{ webhook: string; subject: string }>`
    delete from webhook_deliveries where shop_id = ${shopId} and id in (
      select id from webhook_deliveries where shop_id = ${shopId} and created_at < ${before}
      order by created_at, place limit ${AT_A_TIME})
    returning webhook_id as webhook, subject`.execute(tx)
  for (const [webhook, gone] of Map.groupBy(rows, (row) => row.webhook)) {
    await sql`update webhook_deliveries d set next_try_at = ${clock.now()}
      where d.shop_id = ${shopId} and d.webhook_id = ${webhook} and d.state = 'waiting'
        and d.next_try_at is null and d.subject = any(${gone.map(({ subject }) => subject)})
        and not exists (select from webhook_deliveries e where e.shop_id = ${shopId}
          and e.webhook_id = ${webhook} and e.subject = d.subject and e.state = 'waiting'
          and e.place < d.place)`.execute(tx)
  }
  if (rows.length < AT_A_TIME) {
    await sql`delete from webhook_events e where e.shop_id = ${shopId} and e.created_at < ${before}
      and not exists (select from webhook_deliveries d where d.shop_id = ${shopId} and d.event_id = e.id)`.execute(
      tx
    )
  }
  return rows.length
}
