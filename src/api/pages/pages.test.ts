import { Readable } from 'node:stream'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { parseSitemap, parseSitemapIndex } from 'sitemap'
import { expect, test } from 'vitest'
import { createCampaign } from '#domain/campaigns/index.ts'
import { changeSettings } from '#domain/shops/index.ts'
import { apiOf } from '#test/api.ts'
import { must } from '#test/factories/posts.ts'
import { world } from '#test/world.ts'
import { ucpProfile } from './ucp.ts'

const WORDS =
  'Herring & <b>beer</b> ]]> "on" the quay, ä ö å æ ø 🐟 #harbour https://example.org/a?b=1&c=2\n\nTomorrow.'

/** A shop with one of everything that may be seen, and beside each something that may not. */
async function given() {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product({ title: 'Tee & <Co>', price: 3450 })
  const draft = await w.given.product({ state: 'draft' })
  const gone = await w.given.product({ state: 'archived' })
  const campaign = (name: string) => must(createCampaign(w.ctx, owner, { name, hashtag: 'harbour' }))
  const [campaignId, empty] = [await campaign('Herring week'), await campaign('Nothing yet')]
  const picture = await w.given.picture()
  const shown = { pictures: [{ id: picture, alt: 'A "boat"' }] }
  const tags = [{ picture: 0, productId: tee.id, x: 0.5, y: 0.5 }]
  const out = await w.given.post({ title: 'Fish', words: WORDS, campaignId, ...shown, tags })
  w.clock.advance(60_000)
  await w.given.post({ title: 'Other', words: 'Plain.' })
  const drafted = await w.given.post({ title: 'Secret', state: 'draft', campaignId: empty })
  const slugOf = async (id: string) =>
    (await w.ctx.db.selectFrom('posts').select('slug').where('shop_id', '=', w.shopId).where('id', '=', id)
      .executeTakeFirstOrThrow()).slug // prettier-ignore
  const campaigns = await w.ctx.db.selectFrom('campaigns').select(['id', 'slug']).where('shop_id', '=', w.shopId).execute() // prettier-ignore
  const slugs = new Map(campaigns.map(({ id, slug }) => [id, slug]))
  const call = await apiOf(w, w.given.guest())
  return {
    ...{ w, owner, call, tee, draft, gone, picture },
    post: await slugOf(out),
    drafted: await slugOf(drafted),
    campaign: slugs.get(campaignId)!,
    empty: slugs.get(empty)!
  }
}

const originOf = (text: string) => /Sitemap: (\S+)\/sitemap\.xml/.exec(text)![1]!

test('the sitemap names every page that is everyone’s in every language, and no other', async () => {
  const { call, tee, draft, gone, post, drafted, campaign, empty } = await given()
  const origin = originOf(await (await call('GET', '/robots.txt')).text())
  const index = await call('GET', '/sitemap.xml')
  const files = await parseSitemapIndex(Readable.from([await index.text()]))
  expect(files.map(({ url }) => url)).toEqual(
    ['front', 'posts', 'products', 'campaigns'].map((section) => `${origin}/sitemap/${section}-1.xml`)
  )
  const entries = []
  for (const { url } of files) {
    const answer = await call('GET', new URL(url).pathname)
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8')
    entries.push(...(await parseSitemap(Readable.from([await answer.text()]))))
  }
  const paths = entries.map(({ url }) => url.slice(origin.length))
  const in3 = (path: string) => [path, `/fi${path === '/' ? '' : path}`, `/nb${path === '/' ? '' : path}`]
  for (const path of ['/', '/products', `/p/${post}`, `/products/${tee.handle}`, `/campaigns/${campaign}`])
    expect(paths).toEqual(expect.arrayContaining(in3(path)))
  for (const secret of [draft.handle, gone.handle, drafted, empty])
    expect(paths.filter((path) => path.includes(secret))).toEqual([])
  const fish = entries.find(({ url }) => url === `${origin}/fi/p/${post}`)
  expect(fish?.lastmod).toBe('2026-07-14T10:00:00.000Z')
  expect(fish?.img[0]?.url).toMatch(/\/media\/\d+\/[\da-f-]+\/\d+\.jpg$/)
  expect(fish?.links.map(({ lang, url }) => [lang, url])).toEqual([
    ['en', `${origin}/p/${post}`],
    ['fi', `${origin}/fi/p/${post}`],
    ['nb', `${origin}/nb/p/${post}`],
    ['x-default', `${origin}/p/${post}`]
  ])
  for (const file of ['posts-0', 'posts', 'secrets-1', 'posts-1.xml.gz', '../studio-1'])
    expect((await call('GET', `/sitemap/${file}.xml`)).status).toBe(404)
})

test('crawlers are kept from the studio, baskets and what is someone’s own, in every language; feeds stay open', async () => {
  const { w, owner, call } = await given()
  const robots = await (await call('GET', '/robots.txt')).text()
  for (const path of ['/studio', '/fi/cart', '/nb/checkout', '/orders', '/me', '/api/', '/buy', '/l/'])
    expect(robots).toContain(`\nDisallow: ${path}\n`)
  expect(robots).not.toMatch(/Disallow: \/(posts|sitemap|p|products|campaigns)?\n/)
  expect(robots).not.toContain('GPTBot')
  const shop = { name: 'Kauppatori', about: '', contactEmail: '', locale: 'en', timezone: 'Europe/Helsinki' }
  await must(changeSettings(w.ctx, owner, { ...shop, keepTrainersOut: 'on' }))
  const closed = await (await call('GET', '/robots.txt')).text()
  expect(closed).toMatch(/User-agent: GPTBot\n(User-agent: \S+\n)+Disallow: \/\n/)
})

test('posts can be followed as RSS, Atom and JSON, all of them or one campaign’s, hostile words and all', async () => {
  const { call, post, campaign, empty, tee } = await given()
  const read = async (path: string) => (await call('GET', path)).text()
  const rss = parseRssFeed(await read('/posts.rss'))
  expect(rss.items?.map(({ title }) => title)).toEqual(['Other', 'Fish'])
  const [, item] = rss.items ?? []
  expect(item?.link).toMatch(new RegExp(`/p/${post}$`))
  expect(item?.content?.encoded).toContain(
    'Herring &amp; &lt;b&gt;beer&lt;/b&gt; ]]&gt; &quot;on&quot; the quay, ä ö å æ ø 🐟'
  )
  expect(item?.content?.encoded).toContain('<a href="https://example.org/a?b=1&amp;c=2" rel="nofollow">')
  expect(item?.content?.encoded).toContain(`/products/${tee.handle}">Tee &amp; &lt;Co&gt;</a> · €34.50</li>`)
  expect(item?.categories?.map(({ name }) => name)).toEqual(['harbour'])
  const atom = parseAtomFeed(await read(`/posts.atom?campaign=${campaign}`))
  expect(atom.entries?.map(({ title }) => title?.value)).toEqual(['Fish'])
  expect(atom.title?.value).toBe('Herring week · Kauppatori')
  const json = parseJsonFeed(JSON.parse(await read('/posts.json')))
  expect(json.items?.map(({ url }) => url?.split('/p/')[1])).toEqual([expect.anything(), post])
  expect(json.items?.[1]?.content_html).toBe(item?.content?.encoded)
  expect((await call('GET', `/posts.rss?campaign=${empty}`)).status).toBe(404)
})

test('who has a feed already is told so: by its ETag, or by when it changed', async () => {
  const { call } = await given()
  const first = await call('GET', '/posts.atom')
  const etag = first.headers.get('etag')!
  const changed = first.headers.get('last-modified')!
  const again = async (headers: Record<string, string>) => (await call('GET', '/posts.atom', undefined, { headers })).status // prettier-ignore
  expect(await again({ 'if-none-match': `W/${etag}, "x"` })).toBe(304)
  expect(await again({ 'if-modified-since': changed })).toBe(304)
  expect(await again({ 'if-none-match': '"x"', 'if-modified-since': changed })).toBe(200)
  expect(await again({ 'if-modified-since': 'Tue, 14 Jul 2026 09:00:00 GMT' })).toBe(200)
  expect(await again({ 'if-modified-since': 'nonsense' })).toBe(200)
})

test('another site can quote a page: as JSON or XML, within the room it has', async () => {
  const { call, post, tee } = await given()
  const origin = originOf(await (await call('GET', '/robots.txt')).text())
  const ask = (path: string, more = '') =>
    call('GET', `/oembed?url=${encodeURIComponent(origin + path)}${more}`)
  const answer = await ask(`/fi/p/${post}?utm_source=x`)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const embed = (await answer.json()) as Record<string, unknown>
  expect(embed).toMatchObject({ type: 'rich', version: '1.0', title: 'Fish', provider_name: 'Kauppatori' })
  expect(embed.html).toContain(`<a href="${origin}/fi/p/${post}">`)
  const product = (await (await ask(`/products/${tee.handle}`)).json()) as { html: string }
  expect(product.html).toContain('alt="Tee &amp; &lt;Co&gt;"')
  expect(product.html).not.toMatch(/<(script|iframe|object|embed|style)|\son\w+=/i)
  for (const [width, height] of [
    [300, 100],
    [50, 2000],
    [1, 1],
    [5000, 5000]
  ] as const) {
    const sized = (await (await ask(`/p/${post}`, `&maxwidth=${width}&maxheight=${height}`)).json()) as { width: number; height: number } // prettier-ignore
    expect(sized.width <= width && sized.height <= height && sized.width > 0).toBe(true)
  }
  const xml = await ask(`/products/${tee.handle}`, '&format=xml')
  expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  expect(await xml.text()).toContain('<title>Tee &amp; &lt;Co&gt;</title>')
})

test('what is not ours, not there, not public or not spoken is refused as oEmbed says', async () => {
  const { call, drafted, draft, gone, post } = await given()
  const origin = originOf(await (await call('GET', '/robots.txt')).text())
  const status = async (url: string, more = '') =>
    (await call('GET', `/oembed?url=${encodeURIComponent(url)}${more}`)).status
  for (const url of [
    `https://evil.example/p/${post}`,
    `${origin}@evil.example/p/${post}`,
    `${origin}.evil.example/p/${post}`,
    `javascript:alert(1)`,
    `/p/${post}`,
    `${origin}/p/${drafted}`,
    `${origin}/products/${draft.handle}`,
    `${origin}/products/${gone.handle}`,
    `${origin}/p/${post}/more`,
    `${origin}/constructor/${post}`,
    `${origin}/p/%00`,
    `${origin}/p/%E0%A4%A`
  ])
    expect([url, await status(url)]).toEqual([url, 404])
  for (const path of ['/studio/posts', '/fi/me', '/cart', '/orders/x'])
    expect([path, await status(origin + path)]).toEqual([path, 401])
  expect(await status(`${origin}/p/${post}`, '&format=yaml')).toBe(501)
  expect((await call('GET', '/oembed')).status).toBe(400)
})

test('UCP’s profile names the endpoint of buy links as its schema wants it, and none where there is no https', () => {
  const profile = ucpProfile('https://shop.example:8443') as {
    ucp: {
      version: string
      capabilities: Record<string, { version: string; schema: string; config: { endpoint: string } }[]>
    }
  }
  const [declared] = profile.ucp.capabilities['dev.ucp.shopping.permalink'] ?? []
  expect(declared?.config.endpoint).toBe('https://shop.example:8443/buy')
  // The pattern of permalink.json.
  expect(declared?.config.endpoint).toMatch(/^https:\/\/[^/?#\s\\@]+(?:\/[^?#\s\\]*[^/?#\s\\])?$/)
  for (const { version } of [profile.ucp, declared!]) expect(version).toBe('2026-08-25')
  expect(ucpProfile('http://shop.example')).toBeUndefined()
})
