import { createMiddleware } from 'hono/factory'
import { createLimiter, type Limit, type Limiter } from '#platform/http/index.ts'
import { limitedName } from './actor-name.ts'
import type { ApiEnv } from './env.ts'
import { problem } from './problem.ts'

/** How often one may ask: so many at once, and ten more each second. A browser's own reports have limits of their own. */
const LIMITS = {
  key: { burst: 1_200, everyMs: 50 },
  visitor: { burst: 600, everyMs: 100 }
} satisfies Record<string, Limit>

const FREE = /^\/api\/v1\/(interactions|live)$/

const limiters = new WeakMap<object, Record<keyof typeof LIMITS, Limiter>>()

/** Counts requests per key, member or address, and tells each answer how many are left (draft-ietf-httpapi-ratelimit-headers). */
export const limits = createMiddleware<ApiEnv>(async (c, next) => {
  if (FREE.test(c.req.path)) return void (await next())
  const policy = c.var.actor.key ? 'key' : 'visitor'
  const limiter = limitersOf(c.var.ctx)[policy]
  const name = limitedName(c)
  const wait = limiter.take(name)
  if (wait > 0) {
    c.header('retry-after', `${wait}`)
    c.res = problem(c, 429, 'too_many_requests', { seconds: wait })
  } else await next()
  const { left, fullIn } = limiter.left(name)
  const { burst, everyMs } = LIMITS[policy]
  c.res.headers.set('ratelimit-policy', `"${policy}";q=${burst};w=${(burst * everyMs) / 1000}`)
  c.res.headers.set('ratelimit', `"${policy}";r=${left};t=${fullIn}`)
})

function limitersOf(ctx: ApiEnv['Variables']['ctx']): Record<keyof typeof LIMITS, Limiter> {
  const known = limiters.get(ctx)
  if (known) return known
  const made = {
    key: createLimiter(ctx.clock, LIMITS.key),
    visitor: createLimiter(ctx.clock, LIMITS.visitor)
  }
  limiters.set(ctx, made)
  return made
}
