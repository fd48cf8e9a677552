import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from './env.ts'

const EXPOSED = [
  'ETag',
  'Idempotency-Replayed',
  'Link',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'WWW-Authenticate'
].join(', ')

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match',
  'access-control-max-age': '86400'
}

/**
 * Pages of other origins may ask with a key, and read what everyone may read; never with a cookie: without
 * Allow-Credentials a browser neither sends one nor shows the answer to it.
 */
export const cors = createMiddleware<ApiEnv>(async (c, next) => {
  if (c.req.method === 'OPTIONS') {
    return c.body(null, 204, {
      ...PREFLIGHT,
      'access-control-allow-origin': '*',
      allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'
    })
  }
  await next()
  c.res.headers.set('access-control-allow-origin', '*')
  c.res.headers.set('access-control-expose-headers', EXPOSED)
})
