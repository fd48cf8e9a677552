import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { checkUrl } from './check-url.ts'
import { webhookChange, type WebhookChange } from './schema.ts'

/** Another address, other events or another note; what is left out stays. What already waits goes to the new address. */
export async function changeWebhook(
  ctx: Context,
  { shopId }: Actor,
  id: string,
  input: WebhookChange
): Promise<Outcome<null, 'invalid' | 'url_refused' | 'webhook_not_found'>> {
  if (!isUuid(id)) return refused('webhook_not_found')
  const parsed = parse(webhookChange, input)
  if (!parsed.ok) return parsed
  const { events, note } = parsed.value
  const url = parsed.value.url === undefined ? undefined : checkUrl(ctx, parsed.value.url)
  if (parsed.value.url !== undefined && !url) return refused('url_refused')
  return write(ctx, shopId, async (tx) => {
    const row = await tx
      .updateTable('webhooks')
      .set((eb) => ({ id: eb.ref('id'), url, events, note }))
      .where('shop_id', '=', shopId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    return row ? done(null) : refused('webhook_not_found')
  })
}
