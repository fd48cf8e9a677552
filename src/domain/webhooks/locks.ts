import type { Tx } from '#platform/database/index.ts'
import type { WebhookState } from './webhook.ts'

/** Holds a webhook, against a fan-out and the closing of deliveries, and answers its state; undefined when it is gone. */
export async function lockWebhook(tx: Tx, shopId: number, id: string): Promise<WebhookState | undefined> {
  const row = await tx
    .selectFrom('webhooks')
    .select('state')
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row?.state as WebhookState | undefined
}
