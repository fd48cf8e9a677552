import type { Context } from '#context'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import { isUuid } from '#platform/ids.ts'
import { messageId } from './attempt.ts'
import type { DeliveryState, DisabledWhy, WebhookState } from './webhook.ts'

type Db = Pick<Context, 'db'>

/** A receiver, without its secret. `waiting` and `failed` count its deliveries of the last thirty days. */
export type WebhookView = {
  id: string
  url: string
  events: string[]
  note: string
  state: WebhookState
  disabledWhy: DisabledWhy | null
  failingSince: Date | null
  oldSecretUntil: Date | null
  createdAt: Date
  waiting: number
  failed: number
}

const webhooks = ({ db }: Db, shopId: number) =>
  db
    .selectFrom('webhooks as w')
    .where('w.shop_id', '=', shopId)
    .select(['w.id', 'w.url', 'w.events', 'w.note', 'w.state', 'w.disabled_why as disabledWhy'])
    .select(['w.failing_since as failingSince', 'w.old_secret_until as oldSecretUntil'])
    .select(['w.created_at as createdAt'])
    .select((eb) =>
      (['waiting', 'failed'] as const).map((state) =>
        eb
          .selectFrom('webhook_deliveries as d')
          .select((c) => c.fn.countAll<number>().as('n'))
          .where('d.shop_id', '=', shopId)
          .whereRef('d.webhook_id', '=', 'w.id')
          .where('d.state', '=', state)
          .as(state)
      )
    )

/** The shop's receivers, oldest first. */
export async function listWebhooks(ctx: Db, shopId: number): Promise<WebhookView[]> {
  return (await webhooks(ctx, shopId).orderBy('w.id').execute()) as WebhookView[]
}

export async function findWebhook(ctx: Db, shopId: number, id: string): Promise<WebhookView | undefined> {
  if (!isUuid(id)) return undefined
  return (await webhooks(ctx, shopId).where('w.id', '=', id).executeTakeFirst()) as WebhookView | undefined
}

/** What signatures are checked with. For owners' eyes. */
export async function findSecret({ db }: Db, shopId: number, id: string): Promise<string | undefined> {
  if (!isUuid(id)) return undefined
  const row = await db
    .selectFrom('webhooks')
    .select('secret')
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.secret
}

/** An event on its way to one receiver. `messageId` is the webhook-id it carries. */
export type DeliveryView = {
  id: string
  messageId: string
  type: string
  state: DeliveryState
  tries: number
  status: number | null
  problem: string | null
  createdAt: Date
  nextTryAt: Date | null
  finishedAt: Date | null
}

type Row = Omit<DeliveryView, 'messageId'> & { eventId: string }

const toView = ({ eventId, ...row }: Row): DeliveryView => ({ ...row, messageId: messageId(eventId) })

const deliveries = ({ db }: Db, shopId: number, webhookId: string) =>
  db
    .selectFrom('webhook_deliveries as d')
    .where('d.shop_id', '=', shopId)
    .where('d.webhook_id', '=', webhookId)
    .select(['d.id', 'd.event_id as eventId', 'd.type', 'd.state', 'd.tries', 'd.last_status as status'])
    .select(['d.last_problem as problem', 'd.created_at as createdAt', 'd.next_try_at as nextTryAt'])
    .select('d.finished_at as finishedAt')

const PAGE = 50

/** A receiver's log, newest first. */
export async function listDeliveries(
  ctx: Db,
  shopId: number,
  webhookId: string,
  { state, cursor, limit = PAGE }: { state?: DeliveryState; cursor?: string | null; limit?: number } = {}
): Promise<{ deliveries: DeliveryView[]; next: string | null }> {
  const after = decodeCursor(cursor, ['id'])?.[0]
  let query = deliveries(ctx, shopId, webhookId)
  if (state) query = query.where('d.state', '=', state)
  if (isUuid(after)) query = query.where('d.id', '<', after)
  const rows = await query
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit).map((row) => toView(row as Row))
  const last = shown.at(-1)
  return { deliveries: shown, next: last && rows.length > limit ? encodeCursor([last.id]) : null }
}

/** One try: what was answered, or why nothing was. */
export type TryView = {
  n: number
  status: number | null
  problem: string | null
  answer: string
  milliseconds: number
  triedAt: Date
}

/** A delivery with what was sent and how each try went. */
export async function findDelivery(
  ctx: Db,
  shopId: number,
  { webhookId, deliveryId }: { webhookId: string; deliveryId: string }
): Promise<(DeliveryView & { body: string; log: TryView[] }) | undefined> {
  if (!isUuid(webhookId) || !isUuid(deliveryId)) return undefined
  const row = await deliveries(ctx, shopId, webhookId)
    .innerJoin('webhook_events as e', (j) =>
      j.onRef('e.shop_id', '=', 'd.shop_id').onRef('e.id', '=', 'd.event_id')
    )
    .select('e.body')
    .where('d.id', '=', deliveryId)
    .executeTakeFirst()
  if (!row) return undefined
  const log = await ctx.db
    .selectFrom('webhook_tries')
    .select(['n', 'status', 'problem', 'answer', 'milliseconds', 'tried_at as triedAt'])
    .where('shop_id', '=', shopId)
    .where('delivery_id', '=', deliveryId)
    .orderBy('n', 'desc')
    .execute()
  const { body, ...delivery } = row
  return { ...toView(delivery as Row), body, log }
}
