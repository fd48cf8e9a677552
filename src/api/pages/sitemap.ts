import type { Context } from '#context'
import { countAddresses, listAddresses, type Address, type Section } from '#domain/pages/index.ts'
import { LOCALES, pathIn, type Shop } from '#domain/shops/index.ts'
import { escaped } from '#platform/xml.ts'

/** A sitemap may hold 50,000 addresses (sitemaps.org); each page has one in every language. */
export const PAGES_A_FILE = 10_000

type Where = { ctx: Pick<Context, 'db'>; shop: Shop; origin: string }

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const MORE =
  'xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'

/** The list of a shop's sitemaps: the front pages, then every section in files of 10,000 pages. */
export async function sitemapIndex({ ctx, shop, origin }: Where): Promise<string> {
  const counted = await countAddresses(ctx, shop.id)
  const files = counted.flatMap(({ section, pages, changedAt }) =>
    Array.from({ length: Math.ceil(pages / PAGES_A_FILE) }, (_, n) => ({
      path: `/sitemap/${section}-${n + 1}.xml`,
      changedAt
    }))
  )
  const entries = [{ path: '/sitemap/front-1.xml', changedAt: null }, ...files].map(
    ({ path, changedAt }) => `<sitemap><loc>${escaped(origin + path)}</loc>${lastmod(changedAt)}</sitemap>\n`
  )
  return `${HEAD}<sitemapindex ${SCHEMA}>\n${entries.join('')}</sitemapindex>\n`
}

/** One sitemap, written while it is read from the database. */
export async function* sitemapFile(
  where: Where,
  section: Section | 'front',
  n: number
): AsyncGenerator<string> {
  yield `${HEAD}<urlset ${SCHEMA} ${MORE}>\n`
  const pages = section === 'front' ? FRONT : pagesOf(where, section, n)
  for await (const page of pages) yield entry(where, page)
  yield '</urlset>\n'
}

const FRONT: Address[] = ['/', '/products'].map((path) => ({ path, changedAt: null, picture: null }))

const pagesOf = ({ ctx, shop }: Where, section: Section, n: number) =>
  listAddresses(ctx, shop.id, section, { skip: (n - 1) * PAGES_A_FILE, limit: PAGES_A_FILE })

/** A page in each language, each naming all of them. */
function entry({ shop, origin }: Where, { path, changedAt, picture }: Address): string {
  const at = (locale: string) => escaped(origin + pathIn(locale, shop, path))
  const others = [...LOCALES.map((locale) => [locale, locale]), ['x-default', shop.locale]]
    .map(
      ([name = '', locale = '']) => `<xhtml:link rel="alternate" hreflang="${name}" href="${at(locale)}"/>`
    )
    .join('')
  const image = picture
    ? `<image:image><image:loc>${escaped(origin + picture)}</image:loc></image:image>`
    : ''
  return LOCALES.map(
    (locale) => `<url><loc>${at(locale)}</loc>${lastmod(changedAt)}${others}${image}</url>\n`
  ).join('')
}

const lastmod = (at: Date | null): string => (at ? `<lastmod>${at.toISOString()}</lastmod>` : '')
