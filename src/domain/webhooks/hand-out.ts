import { sql } from 'kysely'
import type { Context } from '#context'
import { sqlArray } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'

/** An event as it will be sent. A test has no place in the ledger. */
export type Said = { id: string; seq: number | null; type: string; subject: string; body: string }

type Delivery = { id: string; webhookId: string; event: Said; first: boolean }

/**
 * Writes events that somebody hears, and a delivery for each hearer. Of each subject only the first may be sent: the
 * others wait until it was received or given up. Answers the webhooks that got something to send.
 */
export async function handOut(
  ctx: Pick<Context, 'ids' | 'clock'>,
  tx: Tx,
  shopId: number,
  said: readonly Said[],
  hearers: (event: Said) => readonly { id: string }[]
): Promise<string[]> {
  const seen = new Set<string>()
  const deliveries = said.flatMap((event) =>
    hearers(event).map(({ id: webhookId }): Delivery => {
      const line = `${webhookId} ${event.subject}`
      const first = !seen.has(line)
      seen.add(line)
      return { id: ctx.ids.next(), webhookId, event, first }
    })
  )
  if (deliveries.length === 0) return []
  const now = ctx.clock.now()
  await insertEvents(tx, shopId, [...new Set(deliveries.map(({ event }) => event))], now)
  await insertDeliveries(tx, shopId, deliveries, now)
  return [...new Set(deliveries.map(({ webhookId }) => webhookId))]
}

async function insertEvents(tx: Tx, shopId: number, events: readonly Said[], now: Date): Promise<void> {
  const column = (read: (event: Said) => string | number | null) => sql`${sqlArray(events.map(read))}`
  await sql`insert into webhook_events (shop_id, id, seq, type, subject, body, created_at)
    select ${shopId}, id, seq, type, subject, body, ${now}
    from unnest(${column((e) => e.id)}::uuid[], ${column((e) => e.seq)}::bigint[], ${column((e) => e.type)}::text[],
      ${column((e) => e.subject)}::text[], ${column((e) => e.body)}::text[])
      as e (id, seq, type, subject, body)`.execute(tx)
}

async function insertDeliveries(
  tx: Tx,
  shopId: number,
  deliveries: readonly Delivery[],
  now: Date
): Promise<void> {
  const column = (read: (one: Delivery) => string | number) => sql`${sqlArray(deliveries.map(read))}`
  await sql`insert into webhook_deliveries
      (shop_id, id, webhook_id, event_id, type, subject, place, next_try_at, created_at)
    select ${shopId}, d.id, d.webhook_id, d.event_id, d.type, d.subject, d.place,
      case when d.first and not exists (select from webhook_deliveries w where w.shop_id = ${shopId}
        and w.webhook_id = d.webhook_id and w.subject = d.subject and w.state = 'waiting')
        then ${now}::timestamptz end, ${now}
    from unnest(${column((d) => d.id)}::uuid[], ${column((d) => d.webhookId)}::uuid[],
      ${column((d) => d.event.id)}::uuid[], ${column((d) => d.event.type)}::text[],
      ${column((d) => d.event.subject)}::text[], ${column((d) => d.event.seq ?? 0)}::bigint[],
      ${column((d) => String(d.first))}::boolean[])
      as d (id, webhook_id, event_id, type, subject, place, first)`.execute(tx)
}
