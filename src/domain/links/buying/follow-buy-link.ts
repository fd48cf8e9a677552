import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { buyPath, parseBuyItems } from '../buy-items.ts'
import type { Visit } from '../follow-link.ts'
import { withQuery } from '../own-path.ts'
import { noteArrival } from './note-arrival.ts'
import { readQuery, type Wish } from './read-query.ts'
import { resolveItems } from './resolve-items.ts'

/** A link that fills a cart, whichever shop's form it has: its goods as written, and the rest of its address. */
export type BuyLink = { items: string | null; query: string; clickId: string | null }

/**
 * `proposal` is the query of a cart that the browser shall keep, as the way leads elsewhere first; `prefill` what it shall
 * keep of its buyer until the checkout asks.
 */
export type Led = { path: string; language: string | null; proposal: string | null; prefill: string | null }

const WITHOUT_GOODS = '/cart'

/**
 * Leads from a buy link to the page that proposes its goods with its coupons, or to where it asks to go on. It writes
 * nothing but by which way someone came: loading a link is no order, and a preview or a prefetch leaves no cart.
 */
export async function followBuyLink(
  ctx: Context,
  actor: Actor,
  link: BuyLink,
  visit: Visit
): Promise<Outcome<Led, 'link_malformed'>> {
  const items = link.items === null ? [] : parseBuyItems(link.items)
  if (!items) return refused('link_malformed')
  const wish = readQuery(link.query)
  const { source } = wish
  const [resolved, clickId] = await Promise.all([
    resolveItems(ctx, actor.shopId, items),
    noteArrival(ctx, actor, { source, clickId: link.clickId, ...visit })
  ])
  const cart = resolved.items.length ? buyPath(resolved.items, wish.codes) : null
  const path = resolved.choose ?? wish.continueTo ?? cart ?? WITHOUT_GOODS
  const waits = cart !== null && resolved.choose === null && wish.continueTo !== null
  return done({
    path: keeping(path, wish, clickId),
    language: wish.language,
    prefill: new URLSearchParams(wish.buyer).toString() || null,
    proposal: waits ? cart.slice(cart.indexOf('?') + 1) : null
  })
}

/** What is kept is added to the way on, never put in place of what it asks itself. */
function keeping(path: string, { kept }: Wish, clickId: string | null): string {
  const own = new URLSearchParams(/\?([^#]*)/.exec(path)?.[1] ?? '')
  const more = kept.filter(([name]) => !own.has(name))
  return withQuery(path, { ...Object.fromEntries(more), ...(clickId && { tclid: clickId }) })
}
