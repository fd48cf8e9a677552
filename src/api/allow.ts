import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { can, type Actor, type Permission } from '#domain/accounts/index.ts'
import { isCrossSite, protocolOf } from '#platform/http/index.ts'
import type { ApiEnv } from './env.ts'
import { once } from './once.ts'
import { problem, unauthorized } from './problem.ts'

const KB = 1024
const BODY_BYTES = 256 * KB

type Allow = MiddlewareHandler<ApiEnv> & { permission: Permission }
/** `streamed` leaves the limit to the handler: a body without a length would otherwise be held in memory to be measured. */
type AllowOptions = {
  bodyBytes?: number
  streamed?: boolean
  /** The route knows repeats by ids of its own: no answer is kept under a name that a stranger chose. */
  unkept?: boolean
}

/**
 * The first thing every route states: who may use it. Refuses another site's page (it would borrow the visitor's
 * cookie), then whoever may not, then a body over the limit; only then anything is read.
 */
export function allow(permission: Permission, options: AllowOptions = {}): Allow {
  const maxSize = options.bodyBytes ?? BODY_BYTES
  const limit = bodyLimit({ maxSize, onError: (c) => problem(c, 413, 'too_large') })
  const check: MiddlewareHandler<ApiEnv> = async (c, next) => {
    if (borrowsCookie(c)) return problem(c, 403, 'cross_site')
    if (permission !== 'public' && !can(c.var.actor, permission)) return refuse(c, permission)
    const unread = c.req.method === 'GET' || c.req.method === 'HEAD' || options.streamed
    // A stated length is kept by the HTTP parser; only a body without one has to be counted while it is read.
    const fits = Number(c.req.header('content-length') ?? Infinity) <= maxSize
    const go = async () => {
      if (options.unkept) return next()
      const answer = await once(c, next, options.streamed ?? false)
      if (answer) c.res = answer
    }
    return unread || fits || isBodiless(c) ? go() : limit(c, go)
  }
  return Object.assign(check, { permission })
}

/** Whether another site's page sent this with the visitor's cookie. A key is no cookie: only its holder can send it. */
function borrowsCookie(c: Context<ApiEnv>): boolean {
  const { ctx } = c.var
  const actor = c.var.actor as Actor | undefined // pictures are asked for by nobody in particular
  const origin = `${protocolOf(ctx.config, c.req.raw.headers)}://${c.req.header('host')}`
  return !actor?.key && isCrossSite(c.req.raw, origin)
}

/** Guests may say who they are; a key is told which scope it lacks (RFC 6750). */
function refuse(c: Context<ApiEnv>, permission: Permission): Response {
  const { actor } = c.var
  if (actor.role === 'guest') return unauthorized(c, 'sign_in')
  if (actor.key) c.header('www-authenticate', `Bearer error="insufficient_scope", scope="${permission}"`)
  return problem(c, 403, 'forbidden')
}

/** By RFC 9112 a request over the wire that states neither length nor encoding has no body: a DELETE, mostly. */
const isBodiless = (c: Context<ApiEnv>): boolean =>
  c.env?.incoming?.headers !== undefined &&
  !c.req.header('content-length') &&
  !c.req.header('transfer-encoding')

type Routed = { routes: readonly { method: string; path: string; handler: unknown }[] }
export type Stated = { method: string; path: string; permission: Permission | undefined }

/** Every route of an app with the permission it states; a route that states none has undefined. */
export function statedPermissions({ routes }: Routed): Stated[] {
  const found = new Map<string, Stated>()
  for (const { method, path, handler } of routes) {
    if (method === 'ALL') continue
    const permission = (handler as Partial<Allow>).permission
    const stated = found.get(`${method} ${path}`) ?? { method, path, permission }
    found.set(`${method} ${path}`, { ...stated, permission: stated.permission ?? permission })
  }
  return [...found.values()]
}
