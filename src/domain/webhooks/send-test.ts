import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { later, write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { TEST_TYPE } from './catalogue.ts'
import { handOut } from './hand-out.ts'

/** Sends a receiver an event that says nothing, signed and logged like any other. */
export async function sendTest(
  ctx: Context,
  { shopId }: Actor,
  webhookId: string
): Promise<Outcome<null, 'webhook_not_found' | 'webhook_not_active'>> {
  if (!isUuid(webhookId)) return refused('webhook_not_found')
  return write(ctx, shopId, async (tx) => {
    const webhook = await tx
      .selectFrom('webhooks')
      .select('state')
      .where('shop_id', '=', shopId)
      .where('id', '=', webhookId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!webhook) return refused('webhook_not_found')
    if (webhook.state !== 'active') return refused('webhook_not_active')
    const id = ctx.ids.next()
    const timestamp = ctx.clock.now().toISOString()
    const body = JSON.stringify({ type: TEST_TYPE, timestamp, data: { webhookId } })
    const test = { id, seq: null, type: TEST_TYPE, subject: `test:${id}`, body }
    await handOut(ctx, tx, shopId, [test], () => [{ id: webhookId }])
    await later(ctx, tx, shopId, 'webhook.send', { webhookId })
    return done(null)
  })
}
