import type { Context } from '#context'
import type { Receiver } from './attempt.ts'

/** Where to send now, and how many at once: one by one where nobody answered last. `well`: nothing has failed since. */
export type Ready = Receiver & { lanes: number; well: boolean }

const LANES = 16

/** Undefined while nothing may be sent: paused, disabled, deleted, or left alone for a while. */
export async function findReady(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  shopId: number,
  webhookId: string
): Promise<Ready | undefined> {
  const now = clock.now()
  const row = await db
    .selectFrom('webhooks')
    .select(['url', 'secret', 'old_secret', 'old_secret_until', 'rests', 'rest_until', 'failing_since'])
    .where('shop_id', '=', shopId)
    .where('id', '=', webhookId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!row || (row.rest_until && row.rest_until > now)) return undefined
  const old = row.old_secret && row.old_secret_until && row.old_secret_until > now ? [row.old_secret] : []
  const well = row.rests === 0 && row.failing_since === null
  return { url: row.url, secrets: [row.secret, ...old], lanes: row.rests > 0 ? 1 : LANES, well }
}
