import { createHmac } from 'node:crypto'
import type { Context as HonoContext, Next } from 'hono'
import {
  claimReply,
  keepReply,
  markWorked,
  releaseReply,
  type Reply,
  type Request
} from '#domain/api-replies/index.ts'
import { beforeWork } from '#platform/database/index.ts'
import { hashSecret } from '#platform/ids.ts'
import { seal, unseal } from '#platform/seal.ts'
import { actorName } from './actor-name.ts'
import type { ApiEnv } from './env.ts'
import { problem } from './problem.ts'

type C = HonoContext<ApiEnv>

const KEY = /^[\x21-\x7e]{1,255}$/
const KEPT_HEADERS = ['content-type', 'location', 'etag', 'content-disposition']
const RETRY_SECONDS = '1'

/**
 * Does a request that brings an Idempotency-Key once, however often it is sent: the answer of the first is kept for a
 * day. That its work was done is marked in the very transaction that did it, so that a server killed before it could
 * keep the answer leaves a key that says so instead of doing the work again (decision 015). An answer may hold a secret (an
 * invite's link, a new key): it is kept sealed with the key, of which we keep only a hash.
 */
export async function once(c: C, next: Next, streamed: boolean): Promise<Response | void> {
  const name = c.req.header('idempotency-key')
  if (name === undefined || ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return void (await next())
  const key = name.replace(/^"(.*)"$/, '$1')
  if (!KEY.test(key)) return problem(c, 400, 'idempotency_key_invalid')
  const { ctx, shop } = c.var
  const fingerprint = await fingerprintOf(c, key, streamed)
  const request = { shopId: shop.id, actor: actorName(c), key: hashSecret(key), fingerprint }
  const claim = await claimReply(ctx, request)
  if (claim.state === 'replied') return replay(key, claim.reply)
  if (claim.state === 'reused') return problem(c, 422, 'idempotency_key_reused')
  if (claim.state === 'unknown') return problem(c, 409, 'idempotency_outcome_unknown')
  if (claim.state === 'mine') return work(c, next, { key, request, attempt: claim.attempt })
  c.header('retry-after', RETRY_SECONDS)
  return problem(c, 409, 'idempotency_key_in_use')
}

type Mine = { key: string; request: Request; attempt: number }

/** What fails on our side or comes too often is not an answer to keep: the same key may try again. */
async function work(c: C, next: Next, { key, request, attempt }: Mine): Promise<void> {
  const { ctx } = c.var
  await beforeWork.run((tx) => markWorked(ctx, tx, request, attempt), next)
  const { status, headers } = c.res
  if (status >= 500 || status === 429) return releaseReply(ctx, request, attempt)
  const kept = KEPT_HEADERS.flatMap((name) => {
    const value = headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  const body = c.res.body ? seal(key, Buffer.from(await c.res.clone().arrayBuffer())) : null
  await keepReply(ctx, request, attempt, { status, headers: Object.fromEntries(kept), body })
}

function replay(key: string, { status, headers, body }: Reply): Response {
  return new Response(body && (unseal(key, body) as BodyInit), {
    status,
    headers: { ...headers, 'idempotency-replayed': 'true' }
  })
}

/**
 * What is asked, as a hash that takes the key: a body may hold a password, which nobody shall find by trying. Of a file that
 * is read as it comes only its length and kind are known beforehand.
 */
async function fingerprintOf(c: C, key: string, streamed: boolean): Promise<string> {
  const { pathname, search } = new URL(c.req.url)
  const hash = createHmac('sha256', key).update(`${c.req.method} ${pathname}${search}\n`)
  if (streamed) hash.update(`${c.req.header('content-length')} ${c.req.header('content-type')}`)
  else hash.update(Buffer.from(await c.req.arrayBuffer()))
  return hash.digest('hex')
}
