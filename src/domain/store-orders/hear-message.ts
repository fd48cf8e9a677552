import type { Context } from '#context'
import { append, write } from '#domain/ledger/index.ts'
import type { StoreKind } from '#domain/stores/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { noteMessage, noteRefused } from './message-log.ts'
import { openMessage, type Message, type Opened } from './open-message.ts'
import { secretsOf, type StoreKeys } from './secrets.ts'
import { takeSaid } from './taking/take-said.ts'

export type Heard = { state: 'taken' | 'ignored' | 'repeated' }
export type HearRefusal = 'store_signature_wrong' | 'store_message_unreadable' | 'store_without_secret'

export type Listening = {
  shopId: number
  currency: string
  store: StoreKeys & { id: string; kind: StoreKind }
}

/** Takes a webhook of a store: believed only with its signature, and each message once. */
export async function hearMessage(
  ctx: Context,
  { shopId, currency, store }: Listening,
  message: Message
): Promise<Outcome<Heard, HearRefusal>> {
  const now = ctx.clock.now()
  const opened = openMessage(message, { kind: store.kind, secrets: secretsOf(store, now), now })
  const whose = { shopId, storeId: store.id }
  if (!opened.ok) {
    await noteRefused(ctx, { ...whose, topic: opened.topic, problem: opened.problem })
    return refused(REFUSALS[opened.problem])
  }
  if (isPing(opened)) return answerPing(ctx, whose, now)
  return write(ctx, shopId, async (tx) => {
    // One message of a store after the other: what is told beside an order may come just before it.
    await tx
      .updateTable('stores')
      .set({ last_heard_at: now })
      .where('shop_id', '=', shopId)
      .where('id', '=', store.id)
      .execute()
    if (!(await noteMessage(tx, lineOf(whose, opened, now)))) return done({ state: 'repeated' })
    if (opened.said.kind === 'nothing') return done({ state: 'ignored' })
    const entries = await takeSaid(ctx, tx, { ...whose, currency, heardBy: 'webhook' }, opened.said)
    await append(ctx, tx, shopId, entries)
    return done({ state: 'taken' })
  })
}

type Whose = { shopId: number; storeId: string }
type Genuine = Extract<Opened, { ok: true }>

const isPing = ({ said }: Genuine) => said.kind === 'nothing' && said.why === 'ping'

/** Nobody signs a ping: it is written down once a day and moves nothing. */
async function answerPing(ctx: Context, whose: Whose, heardAt: Date): Promise<Outcome<Heard, never>> {
  const messageId = `ping ${heardAt.toISOString().slice(0, 10)}`
  await noteMessage(ctx.db, {
    ...whose,
    messageId,
    topic: 'ping',
    state: 'ignored',
    problem: 'ping',
    heardAt
  })
  return done({ state: 'ignored' })
}

const REFUSALS = {
  no_secret: 'store_without_secret',
  signature: 'store_signature_wrong',
  unreadable: 'store_message_unreadable',
  bad_time: 'store_message_unreadable'
} as const

function lineOf(whose: Whose, { id: messageId, topic, said }: Genuine, heardAt: Date) {
  const ignored = said.kind === 'nothing'
  const state = ignored ? ('ignored' as const) : ('taken' as const)
  return { ...whose, messageId, topic, state, heardAt, ...(ignored && { problem: said.why }) }
}
