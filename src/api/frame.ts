import { createMiddleware } from 'hono/factory'
import { getContext, requestLocale } from '#context'
import type { Actor, identify } from '#domain/accounts/index.ts'
import { findKeyActor } from '#domain/keys/index.ts'
import { isLocale, resolveShop, type Locale } from '#domain/shops/index.ts'
import { addressOf, protocolOf, secureHeaders } from '#platform/http/index.ts'
import type { ApiEnv } from './env.ts'
import { problem, unauthorized } from './problem.ts'

export type Identify = typeof identify

/**
 * Finds shop, actor and language of a request, as hooks.server.ts does for pages. A host that is nobody's gets 421. A key
 * goes before a cookie: one that does not work is told so, and the cookie beside it is not looked at.
 */
export const frame = (who: Identify) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const ctx = getContext()
    const { headers } = c.req.raw
    const shop = await resolveShop(ctx, c.req.header('host') ?? '')
    if (!shop) return problem(c, 421, 'unknown_host')
    const socketAddress = c.env?.incoming?.socket.remoteAddress ?? ''
    const address = addressOf(headers, socketAddress, ctx.config.trustedProxies)
    c.set('ctx', ctx)
    c.set('shop', shop)
    c.set('address', address)
    const token = bearerOf(headers)
    const actor: Actor | undefined =
      token === undefined
        ? await who(ctx, shop.id, headers, address)
        : await findKeyActor(ctx, shop.id, token)
    if (!actor) return unauthorized(c, 'key_invalid')
    c.set('actor', actor)
    c.set('locale', localeOf(c.req.header('accept-language'), shop.locale as Locale))
    return requestLocale.run(c.var.locale, next)
  })

/** The key of an Authorization header (RFC 6750); undefined when the request brings none. */
function bearerOf(headers: Headers): string | undefined {
  const [scheme = '', token = ''] = (headers.get('authorization') ?? '').trim().split(/\s+/)
  return scheme.toLowerCase() === 'bearer' ? token : undefined
}

/** Headers that every answer carries. */
export const secure = createMiddleware<ApiEnv>(async (c, next) => {
  await next()
  secureHeaders(c.res.headers, protocolOf(getContext().config, c.req.raw.headers))
})

/** The first language asked for, if we speak it; else the shop's. */
function localeOf(header: string | undefined, fallback: Locale): Locale {
  const first = header?.slice(0, 2).toLowerCase()
  const asked = first === 'no' || first === 'nn' ? 'nb' : first
  return isLocale(asked) ? asked : fallback
}
