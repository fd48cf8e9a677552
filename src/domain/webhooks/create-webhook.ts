import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { checkUrl } from './check-url.ts'
import { ledgerHead } from './ledger-head.ts'
import { webhookInput, type WebhookInput } from './schema.ts'
import { newSecret } from './sign.ts'

const MOST = 20

/** A receiver is told, from now on, what it asked to hear. Answers its id and the secret it checks signatures with. */
export async function createWebhook(
  ctx: Context,
  actor: Actor,
  input: WebhookInput
): Promise<Outcome<{ id: string; secret: string }, 'invalid' | 'url_refused' | 'too_many_webhooks'>> {
  const parsed = parse(webhookInput, input)
  if (!parsed.ok) return parsed
  const url = checkUrl(ctx, parsed.value.url)
  if (!url) return refused('url_refused')
  const { shopId, memberId } = actor
  return write(ctx, shopId, async (tx) => {
    if ((await countLocked(tx, shopId)) >= MOST) return refused('too_many_webhooks', { most: MOST })
    const [id, secret] = [ctx.ids.next(), newSecret(ctx)]
    const { events, note } = parsed.value
    await tx
      .insertInto('webhooks')
      .values({
        ...{ shop_id: shopId, id, url, events, note, secret },
        ...{ since_seq: await ledgerHead(tx, shopId), created_by: memberId, created_at: ctx.clock.now() }
      })
      .execute()
    return done({ id, secret })
  })
}

/** How many there are. The shop's row is locked, so that two who come at once do not both count the same. */
async function countLocked(tx: Tx, shopId: number): Promise<number> {
  await tx.selectFrom('shops').select('shop_id').where('shop_id', '=', shopId).forNoKeyUpdate().execute()
  const { n } = await tx
    .selectFrom('webhooks')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('shop_id', '=', shopId)
    .executeTakeFirstOrThrow()
  return n
}
