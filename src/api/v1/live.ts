import { z } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import { isUuid } from '#platform/ids.ts'
import { addressOf, neighbourhoodOf } from '#platform/http/index.ts'
import { allow } from '../allow.ts'
import { openApp } from '../app.ts'
import type { ApiEnv } from '../env.ts'
import { watch, type Watcher } from '../live.ts'
import { problem, problems } from '../problem.ts'

const MOST_POSTS = 60
const MOST_STREAMS = 5_000
const STREAMS_EACH = 20
/** A reader this many events behind has gone; the browser asks again by itself if it has not. */
const PATIENCE = 64

const open = new Map<string, number>()
let streams = 0

/** The counts of posts as they change, as server-sent events: {"<post>": {"likes": 12, …}}, only what changed. */
export const live = openApp()

live.openAPIRegistry.registerPath({
  ...{ method: 'get', path: '/', operationId: 'watchCounts', summary: 'The counts of posts as they change' },
  description: 'Server-sent events: `{"<post>": {"likes": 12}}`, only what changed.',
  request: {
    query: z.object({ posts: z.string().openapi({ description: 'Ids with commas between them, up to 60.' }) })
  },
  responses: { 200: { description: 'The stream.', content: { 'text/event-stream': {} } }, ...problems }
})

live.get('/', allow('public'), (c) => {
  const posts = [...new Set((c.req.query('posts') ?? '').split(','))]
  if (posts.length > MOST_POSTS || !posts.every(isUuid)) return problem(c, 422, 'invalid', { field: 'posts' })
  const address = whereFrom(c)
  if (streams >= MOST_STREAMS) return problem(c, 503, 'overloaded')
  if ((open.get(address) ?? 0) >= STREAMS_EACH) return problem(c, 429, 'too_many')
  const headers = {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no'
  }
  return c.body(streamTo(c, posts, address), 200, headers)
})

function whereFrom(c: HonoContext<ApiEnv>): string {
  const socket = c.env?.incoming?.socket.remoteAddress ?? ''
  return neighbourhoodOf(addressOf(c.req.raw.headers, socket, c.var.ctx.config.trustedProxies))
}

function streamTo(c: HonoContext<ApiEnv>, posts: string[], address: string): ReadableStream<Uint8Array> {
  const { ctx, shop } = c.var
  let leave = () => {}
  return new ReadableStream({
    start(controller) {
      const done = enter(address)
      const watcher = makeWatcher(controller, posts, () => leave())
      const unwatch = watch(ctx, shop.id, watcher)
      leave = () => (unwatch(), done())
      watcher.beat()
    },
    cancel: () => leave()
  })
}

type Controller = ReadableStreamDefaultController<Uint8Array>

function makeWatcher(controller: Controller, posts: string[], leave: () => void): Watcher {
  const encoder = new TextEncoder()
  let ended = false
  const end = () => {
    if (ended) return
    ended = true
    leave()
    controller.close()
  }
  const send = (text: string) => {
    if (ended) return
    if ((controller.desiredSize ?? 0) < -PATIENCE) return end()
    controller.enqueue(encoder.encode(text))
  }
  return {
    posts,
    told: new Map(),
    tell: (counts) => send(`event: counts\ndata: ${JSON.stringify(counts)}\n\n`),
    beat: () => send('retry: 3000\n: \n\n'),
    end
  }
}

/** Counts a stream of this address; the answer takes it away again, once. */
function enter(address: string): () => void {
  streams++
  open.set(address, (open.get(address) ?? 0) + 1)
  let gone = false
  return () => {
    if (gone) return
    gone = true
    streams--
    const left = (open.get(address) ?? 1) - 1
    if (left > 0) open.set(address, left)
    else open.delete(address)
  }
}
