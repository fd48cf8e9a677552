import { LOCALES, pathIn, type Shop } from '#domain/shops/index.ts'
import { SHARE_SIZE, sharePath, SHOP_SHARE_PATH } from '#domain/pages/index.ts'
import { escaped } from '#platform/xml.ts'
import { decimal } from './describe-product.ts'
import type { PageAbout } from './page-about.ts'

type Here = { origin: string; locale: string; shop: Shop }

const TERRITORIES: Record<string, string> = { en: 'en_GB', fi: 'fi_FI', nb: 'nb_NO' }

const property = (name: string, content: string): string =>
  `<meta property="${name}" content="${escaped(content)}">`
const named = (name: string, content: string): string => `<meta name="${name}" content="${escaped(content)}">`

/** What a page says of itself to other networks and to search engines, as elements of its head. */
export function writeAbout(about: PageAbout, here: Here): string[] {
  const { card } = about
  const url = here.origin + pathIn(here.locale, here.shop, card.path)
  return [
    property('og:title', card.title),
    property('og:type', about.type),
    property('og:url', url),
    property('og:site_name', here.shop.name),
    ...(card.text ? [property('og:description', card.text)] : []),
    ...localesOf(here.locale),
    ...pictureOf(about, here),
    ...(about.publishedAt ? [property('article:published_time', about.publishedAt.toISOString())] : []),
    ...offerOf(about, here.shop.currency),
    ...embedLinks(url, card.title, here.origin),
    ...newsLinks(about, here),
    structured(about.things)
  ]
}

const localesOf = (locale: string): string[] => [
  property('og:locale', TERRITORIES[locale] ?? locale),
  ...LOCALES.filter((one) => one !== locale).map((one) =>
    property('og:locale:alternate', TERRITORIES[one] ?? one)
  )
]

/** X reads its own names first and falls back to Open Graph's; both are said, for those who read only one. */
function pictureOf({ card }: PageAbout, { origin, shop }: Here): string[] {
  const address = origin + (card.kind === 'shop' ? SHOP_SHARE_PATH : sharePath(shop, card))
  const alt = card.pictures[0]?.alt || card.title
  return [
    property('og:image', address),
    property('og:image:type', 'image/jpeg'),
    property('og:image:width', `${SHARE_SIZE.width}`),
    property('og:image:height', `${SHARE_SIZE.height}`),
    property('og:image:alt', alt),
    named('twitter:card', 'summary_large_image'),
    named('twitter:title', card.title),
    ...(card.text ? [named('twitter:description', card.text)] : []),
    named('twitter:image', address),
    named('twitter:image:alt', alt)
  ]
}

/** Pinterest and Meta read a product's price and stock by these names. */
function offerOf({ offer }: PageAbout, currency: string): string[] {
  if (!offer) return []
  const availability = offer.available ? 'in stock' : 'out of stock'
  return [
    property('product:price:amount', decimal(offer.amount, currency)),
    property('product:price:currency', currency),
    property('product:availability', availability),
    property('og:availability', availability),
    property('product:condition', 'new'),
    property('product:retailer_item_id', offer.id)
  ]
}

/** Where a site that quotes this page asks how (https://oembed.com). */
const embedLinks = (url: string, title: string, origin: string): string[] =>
  (['json', 'xml'] as const).map((format) => {
    const at = `${origin}/oembed?url=${encodeURIComponent(url)}&format=${format}`
    const type = format === 'json' ? 'application/json+oembed' : 'text/xml+oembed'
    return `<link rel="alternate" type="${type}" href="${escaped(at)}" title="${escaped(title)}">`
  })

const FEEDS = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' }

function newsLinks({ news, card }: PageAbout, { origin, shop }: Here): string[] {
  if (!news) return []
  const of = news === 'all' ? '' : `?campaign=${encodeURIComponent(news.campaign)}`
  const title = news === 'all' ? shop.name : `${card.title} · ${shop.name}`
  return Object.entries(FEEDS).map(
    ([format, type]) =>
      `<link rel="alternate" type="${type}" href="${escaped(`${origin}/posts.${format}${of}`)}" title="${escaped(title)}">`
  )
}

/** JSON inside a script element: nothing in it may end the element, or need escaping as HTML. */
function structured(things: readonly unknown[]): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': things })
  const safe = json.replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
  return `<script type="application/ld+json">${safe}</script>`
}
