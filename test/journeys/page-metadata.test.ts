import Validator from '@adobe/structured-data-validator'
import WebAutoExtractor from '@marbec/web-auto-extractor'
import { parseSitemap, parseSitemapIndex } from 'sitemap'
import { Readable } from 'node:stream'
import { unfurl } from 'unfurl.js'
import { expect, inject, test } from 'vitest'
import { ask } from './people.ts'

const market = inject('market')
const read = async (path: string) => (await ask(path, '')).text()

/** The first page of a section that the sitemap names. */
async function firstOf(section: string): Promise<string> {
  const [entry] = await parseSitemap(Readable.from([await read(`/sitemap/${section}-1.xml`)]))
  return new URL(entry!.url).pathname + new URL(entry!.url).search
}

/** A page's structured data as an outside reader finds it, and what Google's rules hold against it. */
async function structured(path: string) {
  const found = new WebAutoExtractor({ addLocation: true }).parse(await read(path))
  const issues = await new Validator().validate(found)
  const errors = issues.filter(({ severity }) => severity === 'ERROR')
  const items = Object.values(found.jsonld).flat()
  return { errors, items, types: items.map((item) => item['@type']).sort() }
}

test('a post, a product, a campaign and the shop unfurl with picture, card and quotation', async () => {
  for (const path of ['/', await firstOf('posts'), await firstOf('products'), await firstOf('campaigns')]) {
    const seen = await unfurl(market + path)
    const og = seen.open_graph
    expect([path, og.url, og.site_name]).toEqual([path, market + path, 'Kauppatori'])
    expect([path, og.title, seen.twitter_card.card]).toEqual([
      path,
      seen.twitter_card.title,
      'summary_large_image'
    ])
    expect([path, seen.canonical_url]).toEqual([path, market + path])
    const picture = await fetch(og.images![0]!.url)
    expect([path, picture.status, picture.headers.get('content-type')]).toEqual([path, 200, 'image/jpeg'])
    expect([path, seen.oEmbed?.type, seen.oEmbed?.version, seen.oEmbed?.title]).toEqual([
      path,
      'rich',
      '1.0',
      og.title
    ])
  }
})

test('search engines read goods with price and stock, posts with their counts, and the way to each', async () => {
  const product = await structured(await firstOf('products'))
  expect(product.errors).toEqual([])
  expect(product.types).toEqual(['BreadcrumbList', expect.stringMatching(/^Product(Group)?$/)])
  const html = await read(await firstOf('products'))
  for (const name of [
    'product:price:amount',
    'product:price:currency',
    'og:availability',
    'product:retailer_item_id'
  ])
    expect(html).toMatch(new RegExp(`<meta property="${name}" content="[^"]+">`))
  const post = await structured(await firstOf('posts'))
  expect([post.errors, post.types]).toEqual([[], ['BreadcrumbList', 'SocialMediaPosting']])
  const shop = await structured('/')
  expect([shop.errors, shop.types]).toEqual([[], ['Organization', 'WebSite']])
  const shelf = await structured(await firstOf('collections'))
  expect([shelf.errors, shelf.types]).toEqual([[], ['BreadcrumbList', 'CollectionPage']])
})

test('every page that the sitemap names opens, and is canonical in its language', async () => {
  const files = await parseSitemapIndex(Readable.from([await read('/sitemap.xml')]))
  const pages = []
  for (const { url } of files)
    pages.push(...(await parseSitemap(Readable.from([await read(new URL(url).pathname)]))))
  expect(pages.length).toBeGreaterThan(100)
  for (const { url } of pages.filter((_, i) => i % 17 === 0)) {
    const answer = await fetch(url)
    expect([url, answer.status, /rel="canonical" href="([^"]*)"/.exec(await answer.text())?.[1]]).toEqual([
      url,
      200,
      url
    ])
  }
})
