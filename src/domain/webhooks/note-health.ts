import { sql } from 'kysely'
import type { Context } from '#context'
import { later, write } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import type { Tried } from './attempt.ts'
import { disableWebhook } from './disable-webhook.ts'
import { FAILING_DAYS, restAfter } from './schedule.ts'

const DAY = 86_400_000
const GONE = 410

/**
 * What tries say about the receiver itself. One success, and all is well. Where nobody answers it is left alone for a
 * while, so that what waits does not spend its tries on a closed door. 410 disables at once, five days of failure do.
 */
export async function noteHealth(
  ctx: Context,
  shopId: number,
  webhookId: string,
  tries: readonly Tried[]
): Promise<void> {
  if (tries.length === 0) return
  if (tries.some(({ status }) => status === GONE)) return disableWebhook(ctx, shopId, webhookId, 'gone')
  if (tries.some(({ problem }) => problem === null)) return noteWell(ctx, shopId, webhookId)
  const silent = tries.every(({ status }) => status === null)
  const since = await noteFailing(ctx, shopId, webhookId, silent)
  const now = ctx.clock.now().getTime()
  if (since && now - since.getTime() >= FAILING_DAYS * DAY) {
    await disableWebhook(ctx, shopId, webhookId, 'failing')
  }
}

async function noteWell({ db }: Context, shopId: number, webhookId: string): Promise<void> {
  await db
    .updateTable('webhooks')
    .set({ failing_since: null, rests: 0, rest_until: null })
    .where('shop_id', '=', shopId)
    .where('id', '=', webhookId)
    .where((eb) => eb.or([eb('failing_since', 'is not', null), eb('rests', '>', 0)]))
    .execute()
}

/** Answers since when it fails. */
async function noteFailing(
  ctx: Context,
  shopId: number,
  webhookId: string,
  silent: boolean
): Promise<Date | undefined> {
  const now = ctx.clock.now()
  const noted = await write(ctx, shopId, async (tx) => {
    const { rows } = await sql<{ since: Date; rests: number }>`
      update webhooks set failing_since = coalesce(failing_since, ${now}), rests = case when ${silent} then rests + 1 else 0 end
      where shop_id = ${shopId} and id = ${webhookId} and state <> 'disabled'
      returning failing_since as since, rests`.execute(tx)
    const [row] = rows
    if (row && silent) {
      const until = new Date(now.getTime() + restAfter(row.rests))
      await tx
        .updateTable('webhooks')
        .set({ rest_until: until })
        .where('shop_id', '=', shopId)
        .where('id', '=', webhookId)
        .execute()
      await later(ctx, tx, shopId, 'webhook.send', { webhookId }, until)
    }
    return done(row?.since)
  })
  return noted.value
}
