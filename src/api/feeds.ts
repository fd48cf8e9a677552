import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Context } from 'hono'
import { noteFetch, openFeed, type OpenedFeed } from '#domain/feeds/index.ts'
import { createLimiter, neighbourhoodOf, type Limiter } from '#platform/http/index.ts'
import { allow } from './allow.ts'
import { openApp } from './app.ts'
import type { ApiEnv } from './env.ts'
import { problem } from './problem.ts'

/** Product feeds as networks fetch them: /feeds/{code}.xml, .csv or .tsv, whole or what changed `since` a moment. */
export const feeds = openApp()

const FILE = /^([a-z0-9-]{2,60})\.(xml|csv|tsv)$/
const LIMIT = { burst: 20, everyMs: 15_000 }
const AT_ONCE = 4
const WAIT_SECONDS = 30
const STATUS = { feed_not_found: 404, feed_gone: 410 } as const
const limiters = new WeakMap<object, Limiter>()
let open = 0

feeds.get('/feeds/:file', allow('public'), async (c) => {
  const { ctx, shop } = c.var
  const [, code, format] = FILE.exec(c.req.param('file')) ?? []
  if (!code) return problem(c, 404, 'feed_not_found')
  const since = c.req.query('since')
  if (since !== undefined && !isMoment(since)) return problem(c, 422, 'invalid', { field: 'since' })
  const wait = waitFor(c)
  if (wait > 0) return tooMany(c, wait)
  const asked = { code, format: format as 'xml', ...(since && { since: new Date(since) }) }
  const opened = await openFeed(ctx, shop.id, asked)
  if (!opened.ok) return problem(c, STATUS[opened.refusal], opened.refusal)
  const { feedId, etag } = opened.value
  if (c.req.method !== 'HEAD') await noteFetch(ctx, shop.id, feedId, c.req.header('user-agent') ?? '')
  const headers = headersOf(opened.value)
  if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304, headers)
  if (c.req.method === 'HEAD') return c.body(null, 200, headers)
  return open >= AT_ONCE ? tooMany(c, WAIT_SECONDS) : send(c, opened.value, headers)
})

/** An instant with its offset, as in 2026-11-28T10:00:00Z; the plus of an offset may have become a space on its way. */
const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+ -]\d\d:\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text))

/** How long the asker has to wait, in seconds: a feed of a large shop is work. */
function waitFor({ var: { ctx, address } }: Context<ApiEnv>): number {
  let limiter = limiters.get(ctx)
  if (!limiter) limiters.set(ctx, (limiter = createLimiter(ctx.clock, LIMIT)))
  return limiter.take(neighbourhoodOf(address))
}

function tooMany(c: Context<ApiEnv>, seconds: number): Response {
  c.header('retry-after', String(seconds))
  return problem(c, 429, 'too_many')
}

const headersOf = ({ type, etag, asOf }: OpenedFeed): Record<string, string> => ({
  'content-type': type,
  etag,
  'cache-control': 'public, max-age=300',
  'x-robots-tag': 'noindex',
  vary: 'accept-encoding',
  ...(asOf && { 'last-modified': asOf.toUTCString() })
})

function send(c: Context<ApiEnv>, feed: OpenedFeed, headers: Record<string, string>): Response {
  open++
  const plain = Readable.from(feed.body(), { objectMode: false, highWaterMark: 64 * 1024 })
  plain.once('close', () => open--)
  plain.on('error', (error) => c.var.ctx.log.error({ error, feed: feed.feedId }, 'a feed broke off'))
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) {
    return c.body(Readable.toWeb(plain) as ReadableStream, 200, headers)
  }
  const packed = createGzip({ level: 4 })
  plain.pipe(packed)
  plain.on('error', (error) => packed.destroy(error))
  packed.once('close', () => plain.destroy())
  return c.body(Readable.toWeb(packed) as ReadableStream, 200, { ...headers, 'content-encoding': 'gzip' })
}
