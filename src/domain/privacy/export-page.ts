import * as m from '#messages'
import type { Shop } from '#domain/shops/index.ts'
import { markup, type Markup } from '#platform/markup.ts'
import { HELD_KINDS, type Held, type HeldKind } from './collect.ts'

type Locale = 'en' | 'fi' | 'nb'
/** Who it is about, line by line. */
type Given = { shop: Shop; who: readonly string[]; held: Record<HeldKind, Held[]>; at: Date }

const TITLES: Record<HeldKind, (_: object, o: { locale: Locale }) => string> = {
  comments: m.export_comments,
  reactions: m.export_reactions,
  follows: m.export_follows,
  orders: m.export_orders,
  carts: m.export_carts,
  handOvers: m.export_hand_overs,
  links: m.export_links,
  posts: m.export_posts,
  letters: m.export_letters,
  consents: m.export_consents,
  contacts: m.export_contacts,
  pastOrders: m.export_past_orders,
  keys: m.export_keys,
  sessions: m.export_sessions,
  pictures: m.export_pictures,
  ledger: m.export_ledger
}

/** Everything held about somebody as one page that needs nothing else: it opens anywhere, also in ten years. */
export function exportPage({ shop, who, held, at }: Given, locale: Locale): string {
  const o = { locale }
  const date = (moment: Date | null) => (moment ? sayMoment(moment, locale, shop.timezone) : '')
  const title = m.export_title({ shop: shop.name }, o)
  const own = who.map((text) => markup`<li>${text}</li>`)
  const sections = HELD_KINDS.map((kind) => section(TITLES[kind]({}, o), held[kind], date, o))
  return `<!doctype html>\n${
    markup`<html lang="${locale}"><meta charset="utf-8"><title>${title}</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{text-align:start;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ccc;overflow-wrap:anywhere}</style><h1>${title}</h1><p>${m.export_made({ when: date(at) }, o)}</p><ul>${own}</ul>${sections}</html>`
      .html
  }`
}

function section(
  title: string,
  rows: readonly Held[],
  date: (at: Date | null) => string,
  o: { locale: Locale }
): Markup {
  if (rows.length === 0) return markup`<h2>${title}</h2><p>${m.export_none({}, o)}</p>`
  const lines = rows.map(
    ({ at, what, details }) => markup`<tr><td>${date(at)}</td><td>${what}</td><td>${details}</td></tr>`
  )
  return markup`<h2>${title}</h2><table><tr><th>${m.export_when({}, o)}</th><th>${m.export_what({}, o)}</th><th>${m.export_details({}, o)}</th></tr>${lines}</table>`
}

const sayMoment = (moment: Date, locale: Locale, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(moment)
