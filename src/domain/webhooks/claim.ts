import { sql } from 'kysely'
import type { Context } from '#context'

/**
 * A delivery taken to be sent. `n` counts its tries, from 1 again when it is sent again from the start; `until` is when this
 * taking lapses, and tells it from every other.
 */
export type Claimed = { id: string; eventId: string; type: string; body: string; n: number; until: Date }

/** Longer than a try can take: a delivery that is not noted by then was lost with its worker. */
export const LEASE_SECONDS = 60

/** Takes what is due, longest due first. Whoever comes at the same moment takes others. */
export async function claim(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  webhookId: string,
  limit: number
): Promise<Claimed[]> {
  const now = clock.now()
  const lost = new Date(now.getTime() + LEASE_SECONDS * 1_000)
  const { rows } = await sql<Claimed>`
    update webhook_deliveries d set tries = d.tries + 1, next_try_at = ${lost}
    from webhook_events e
    where d.shop_id = ${shopId} and e.shop_id = ${shopId} and e.id = d.event_id and d.id in (
      select id from webhook_deliveries
      where shop_id = ${shopId} and webhook_id = ${webhookId} and state = 'waiting' and next_try_at <= ${now}
      order by next_try_at, place limit ${limit} for update skip locked)
    returning d.id, d.event_id as "eventId", d.type, e.body, d.tries as n, d.next_try_at as until`.execute(db)
  return rows
}
