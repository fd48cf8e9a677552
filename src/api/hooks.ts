import type { Context } from 'hono'
import { findInbox, hearMessage } from '#domain/store-orders/index.ts'
import { createLimiter, neighbourhoodOf, readCapped, type Limiter } from '#platform/http/index.ts'
import { allow } from './allow.ts'
import { openApp } from './app.ts'
import type { ApiEnv } from './env.ts'
import { problem } from './problem.ts'

/** Where stores elsewhere tell what became of orders: /hooks/stores/{inbox}. A signature is the only way in. A store that takes no more
 * carts still tells of those it took: they are sent back and refunded for weeks. */
export const hooks = openApp()

const INBOX = /^[\w-]{16,64}$/
const MOST_BYTES = 1_048_576
/** A busy store's sale is many messages at once; whoever only guesses is soon told to wait. */
const LIMIT = { burst: 300, everyMs: 100 }
const WAIT_SECONDS = 10
const limiters = new WeakMap<object, Limiter>()

const STATUS = {
  store_signature_wrong: 401,
  store_without_secret: 401,
  store_message_unreadable: 422
} as const

hooks.post('/hooks/stores/:inbox', allow('public', { streamed: true, unkept: true }), async (c) => {
  const { ctx, shop } = c.var
  c.header('cache-control', 'no-store')
  const wait = waitFor(c)
  if (wait > 0) {
    c.header('retry-after', String(Math.max(wait, WAIT_SECONDS)))
    return problem(c, 429, 'too_many_requests', { seconds: wait })
  }
  const inbox = c.req.param('inbox')
  const store = INBOX.test(inbox) ? await findInbox(ctx, shop.id, inbox) : undefined
  if (!store) return problem(c, 404, 'store_not_found')
  const body = await readCapped(c.req.raw, MOST_BYTES)
  if (!body) return problem(c, 413, 'too_large')
  const headers = Object.fromEntries(c.req.raw.headers)
  const heard = await hearMessage(ctx, { shopId: shop.id, currency: shop.currency, store }, { headers, body })
  return heard.ok ? c.json(heard.value) : problem(c, STATUS[heard.refusal], heard.refusal)
})

function waitFor({ var: { ctx, address } }: Context<ApiEnv>): number {
  let limiter = limiters.get(ctx)
  if (!limiter) limiters.set(ctx, (limiter = createLimiter(ctx.clock, LIMIT)))
  return limiter.take(neighbourhoodOf(address))
}
