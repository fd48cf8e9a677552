import { sql } from 'kysely'
import type { Context } from '#context'
import { later, project, type Kind, type Projection, type Slice } from '#domain/ledger/index.ts'
import { getShop } from '#domain/shops/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { CATALOGUE, EVENT_TYPES, type EventType } from './catalogue.ts'
import { handOut, type Said } from './hand-out.ts'
import type { LedgerRow } from './ledger-row.ts'

const TYPE_OF = new Map<string, EventType>(EVENT_TYPES.map((type) => [CATALOGUE[type].kind, type]))
/** Events in one statement: enough for speed, few enough to hold. */
const AT_A_TIME = 1_000
const KINDS = [...TYPE_OF.keys()] as Kind[]

/**
 * Follows the ledger and hands what receivers asked for to their lists: deliveries, wake-up and cursor in one
 * transaction, so that each event is listed once for each of them, in the order of commits.
 */
export async function fanOutWebhooks(ctx: Context, shopId: number): Promise<void> {
  let told = false
  await project(
    ctx,
    shopId,
    follower(ctx, () => (told = true))
  )
  if (told) ctx.pulse.touch(shopId)
}

/** Its version never changes: what was told cannot be told anew. */
const follower = (ctx: Context, onTold: () => void): Projection => ({
  name: 'webhooks',
  version: 1,
  kinds: KINDS,
  apply: async (tx, slice) => {
    if (await apply(ctx, tx, slice)) onTold()
  },
  reset: async () => {}
})

async function apply(ctx: Context, tx: Tx, slice: Slice): Promise<boolean> {
  const { shopId } = slice
  const webhooks = await lockListeners(tx, slice)
  if (webhooks.length === 0) return false
  const wanted = new Set(webhooks.flatMap(({ events }) => events))
  const said = await read(ctx, tx, slice, wanted)
  const listed = new Set<string>()
  for (let n = 0; n < said.length; n += AT_A_TIME) {
    const some = await handOut(ctx, tx, shopId, said.slice(n, n + AT_A_TIME), (event) =>
      webhooks.filter(({ events, since }) => events.includes(event.type) && since < event.seq!)
    )
    for (const webhookId of some) listed.add(webhookId)
  }
  for (const webhookId of listed) await later(ctx, tx, shopId, 'webhook.send', { webhookId })
  return listed.size > 0
}

/** Against whoever closes a delivery and looks for the next about its subject: one of the two sees the other's. */
async function lockListeners(tx: Tx, { shopId, upTo }: Slice) {
  return tx
    .selectFrom('webhooks')
    .select(['id', 'events', 'since_seq as since'])
    .where('shop_id', '=', shopId)
    .where('state', '<>', 'disabled')
    .where('since_seq', '<', upTo)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

async function read(ctx: Context, tx: Tx, { shopId, after, upTo }: Slice, wanted: Set<string>) {
  const kinds = KINDS.filter((kind) => wanted.has(TYPE_OF.get(kind)!))
  const { rows } = await sql<LedgerRow>`
    select seq, kind, actor, subject_id as "subjectId", post_id as "postId", campaign_id as "campaignId",
      link_code as "linkCode", quantity, amount, payload, occurred_at as "occurredAt"
    from ledger where shop_id = ${shopId} and seq > ${after} and seq <= ${upTo} and kind = any(${kinds})
    order by seq`.execute(tx)
  if (rows.length === 0) return []
  const { currency } = await getShop({ db: tx }, shopId)
  return rows.map((row) => say(ctx, row, currency))
}

function say({ ids }: Pick<Context, 'ids'>, row: LedgerRow, currency: string): Said {
  const type = TYPE_OF.get(row.kind)!
  const { read, subject } = CATALOGUE[type]
  const body = { type, timestamp: row.occurredAt.toISOString(), data: read(row, currency) }
  return { id: ids.next(), seq: row.seq, type, subject: subject(row), body: JSON.stringify(body) }
}
