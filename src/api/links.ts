import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { followBuyLink, followLink } from '#domain/links/index.ts'
import { isLocale, pathIn, splitLocale } from '#domain/shops/index.ts'
import { createLimiter, looksAhead, neighbourhoodOf, protocolOf, type Limiter } from '#platform/http/index.ts'
import { allow } from './allow.ts'
import { openApp } from './app.ts'
import type { ApiEnv } from './env.ts'
import { wantsApi } from './paths.ts'
import { problem } from './problem.ts'

/** Ways in from elsewhere: /l/{code}, and links that fill a cart. Following one changes nothing but counts. */
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

/** Goods in the path: UCP permalinks, and the cart links of Shopify. */
links.get('/buy/:items', allow('public'), (c) => buy(c, rawItems(c)))
links.get('/cart/:items', allow('public'), (c) => buy(c, rawItems(c)))

/** Goods in the query, as Meta's shops and WooCommerce send them; without any it is UCP's link to a place. */
for (const path of ['/buy', '/buy/', '/checkout', '/checkout/', '/checkout-link', '/checkout-link/'])
  links.get(path, allow('public'), (c) => buy(c, c.req.query('products') || null))

links.get('/buy/*', allow('public'), (c) => deadEnd(c, 'link_malformed', false))

/** What stands in the path; undefined when it is no UTF-8, or has a slash within. */
function rawItems(c: Context<ApiEnv>): string | undefined {
  const path = new URL(c.req.url).pathname
  try {
    return decodeURIComponent(path.slice(path.indexOf('/', 1) + 1))
  } catch {
    return undefined
  }
}

const CLICK_ID = /^[\w-]{8,40}$/

async function buy(c: Context<ApiEnv>, items: string | null | undefined): Promise<Response> {
  const { ctx, actor } = c.var
  if (items === undefined) return deadEnd(c, 'link_malformed', false)
  const clickId = c.req.query('tclid') ?? ''
  const link = {
    items,
    query: new URL(c.req.url).search.slice(1),
    clickId: CLICK_ID.test(clickId) ? clickId : null
  }
  const visit = { userAgent: c.req.header('user-agent') ?? '', lookingAhead: isLookingAhead(c) }
  const led = await followBuyLink(ctx, actor, link, visit)
  if (!led.ok) return deadEnd(c, led.refusal, false)
  const { path, language, proposal, prefill } = led.value
  if (proposal) keepInBrowser(c, 'proposal', proposal, A_DAY)
  if (prefill) keepInBrowser(c, 'prefill', prefill, AN_HOUR)
  neverKept(c)
  return c.redirect(isLocale(language ?? '') ? pathIn(language!, c.var.shop, path) : inTheirs(c, path), 303)
}

/** Such a link holds what may be someone's own: no cache keeps it, and no other site is told of it. */
function neverKept(c: Context<ApiEnv>): void {
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
}

const A_DAY = 86_400
const AN_HOUR = 3_600

/** The goods wait in the browser while it goes elsewhere first, and who they are for: in no address, and not with us. */
function keepInBrowser(c: Context<ApiEnv>, name: string, value: string, maxAge: number): void {
  const secure = protocolOf(c.var.ctx.config, c.req.raw.headers) === 'https'
  if (value.length > 3_000) return
  setCookie(c, name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
}

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
  neverKept(c)
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
