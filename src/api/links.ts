import type { Context } from 'hono'
import { buyPath, followLink, parseBuyItems } from '#domain/links/index.ts'
import { pathIn, splitLocale } from '#domain/shops/index.ts'
import { createLimiter, looksAhead, neighbourhoodOf, type Limiter } from '#platform/http/index.ts'
import { allow } from './allow.ts'
import { openApp } from './app.ts'
import type { ApiEnv } from './env.ts'
import { wantsApi } from './paths.ts'
import { problem } from './problem.ts'

/** Ways in from elsewhere: /l/{code} and /buy/{items}. Following one changes nothing but counts. */
export const links = openApp()

const LIMIT = { burst: 60, everyMs: 1_000 }
const limiters = new WeakMap<object, Limiter>()

links.get('/l/:code', allow('public'), async (c) => {
  const { ctx, actor } = c.var
  const visit = { userAgent: c.req.header('user-agent') ?? '', lookingAhead: isLookingAhead(c) }
  const followed = await followLink(ctx, actor, c.req.param('code'), visit)
  if (!followed.ok) return deadEnd(c, followed.refusal)
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'strict-origin-when-cross-origin')
  return c.redirect(inTheirs(c, followed.value.path), 303)
})

links.get('/buy/:items', allow('public'), (c) => {
  const items = parseBuyItems(c.req.param('items'))
  if (!items) return deadEnd(c, 'link_malformed')
  const clickId = c.req.query('tclid')
  const path = buyPath(items, c.req.query('coupon')?.slice(0, 40))
  c.header('cache-control', 'no-store')
  return c.redirect(inTheirs(c, clickId ? `${path}&tclid=${encodeURIComponent(clickId)}` : path), 303)
})

links.get('/buy/*', allow('public'), (c) => deadEnd(c, 'link_malformed', false))

/** Links are made without a language: who follows one to a page reads on in their own, unless the path says which. */
function inTheirs({ var: { locale, shop } }: Context<ApiEnv>, path: string): string {
  const [bare = path] = /^[^?#]*/.exec(path) ?? []
  return splitLocale(bare).locale || wantsApi(bare)
    ? path
    : pathIn(locale, shop, bare) + path.slice(bare.length)
}

const STATUS = { link_not_found: 404, link_gone: 410, link_malformed: 400 } as const

/** The page that says what happened and shows what else there is; for programs that ask for JSON, a problem. */
function deadEnd(c: Context<ApiEnv>, why: keyof typeof STATUS, inPlace = true): Response {
  const wantsPage = c.req.header('accept')?.includes('text/html')
  if (wantsPage && !inPlace) return c.redirect(inTheirs(c, `/gone/${why}`), 303)
  if (wantsPage && c.env.page) return c.env.page(inTheirs(c, `/gone/${why}`))
  return problem(c, STATUS[why], why)
}

/** Browsers and messengers look ahead at links nobody has tapped; and one home does not tap sixty a minute. */
function isLookingAhead(c: Context<ApiEnv>): boolean {
  if (looksAhead(c.req.raw)) return true
  const { ctx } = c.var
  let limiter = limiters.get(ctx)
  if (!limiter) limiters.set(ctx, (limiter = createLimiter(ctx.clock, LIMIT)))
  return limiter.take(neighbourhoodOf(c.var.address)) > 0
}
