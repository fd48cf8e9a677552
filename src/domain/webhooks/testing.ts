import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { append, write, type Entry } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import type { World } from '#test/world.ts'
import { createWebhook, fanOutWebhooks, sendWebhooks, type WebhookInput } from './index.ts'

export type Heard = {
  id: string
  type: string
  data: Record<string, unknown>
  body: string
  headers: Record<string, string>
  at: number
}

type Answer = (heard: Heard, res: ServerResponse, req: IncomingMessage) => unknown

/** A receiver on this machine that remembers what it was sent, and answers as a test wants. */
export async function receiver(answer: Answer = (_, res) => res.end('thanks')) {
  const heard: Heard[] = []
  const server = createServer(async (req, res) => {
    const body = await text(req)
    const { type, data } = JSON.parse(body) as Pick<Heard, 'type' | 'data'>
    const headers = req.headers as Record<string, string>
    const one = { id: headers['webhook-id']!, type, data, body, headers, at: heard.length }
    heard.push(one)
    await answer(one, res, req)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => (server.closeAllConnections(), void server.close()))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    heard,
    /** Breaks off every answer under way. */
    hangUp: async () => server.closeAllConnections(),
    types: () => heard.map(({ type }) => type)
  }
}

/** A webhook of the world's shop with its owner, and what moves events along. */
export async function hooked(w: World, input: Partial<WebhookInput> & { url: string }) {
  const owner = await w.given.owner()
  const made = await createWebhook(w.ctx, owner, { events: ['post.liked', 'post.unliked'], ...input })
  if (!made.ok) throw new Error(made.refusal)
  const { id, secret } = made.value
  const send = () => sendWebhooks(w.ctx, w.shopId, id)
  return {
    owner,
    id,
    secret,
    send,
    fanOut: () => fanOutWebhooks(w.ctx, w.shopId),
    flow: async () => {
      await fanOutWebhooks(w.ctx, w.shopId)
      await send()
    },
    row: () =>
      w.ctx.db
        .selectFrom('webhooks')
        .selectAll()
        .where('shop_id', '=', w.shopId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    deliveries: () =>
      w.ctx.db
        .selectFrom('webhook_deliveries')
        .selectAll()
        .where('shop_id', '=', w.shopId)
        .where('webhook_id', '=', id)
        .orderBy('place')
        .execute()
  }
}

/** Likes of posts, straight into the ledger: each names its subject, and comes from the same member. */
export async function likes(w: World, postIds: readonly string[], actor = w.ctx.ids.next()): Promise<void> {
  await write(w.ctx, w.shopId, async (tx) => {
    const entries = postIds.map((id) => ({
      ...{ kind: 'like', actor, subject: { kind: 'post', id }, payload: null }
    }))
    await append(w.ctx, tx, w.shopId, entries as Entry[])
    return done(null)
  })
}
