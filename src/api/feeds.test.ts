import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { checkFeed } from '#domain/feeds/index.ts'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'

const everything = { name: 'Everything', network: 'google', country: 'FI', locale: 'en' }

async function withFeed() {
  const w = await world()
  const owner = await apiOf(w, await w.given.owner())
  const made = await owner('POST', '/api/v1/feeds', everything)
  const feed = (await made.json()) as { id: string; addresses: Record<'xml' | 'csv' | 'tsv', string> }
  const guest = await apiOf(w, w.given.guest())
  const at = (format: 'xml' | 'csv' | 'tsv') => new URL(feed.addresses[format]).pathname
  return { w, owner, guest, feed, made, at }
}

test('a feed is made, fetched in every format, packed when asked, and known by its tag', async () => {
  const { w, owner, guest, feed, made, at } = await withFeed()
  expect(made.status).toBe(201)
  expect(at('xml')).toMatch(/^\/feeds\/[a-z0-9]{32}\.xml$/)
  const xml = await guest('GET', at('xml'))
  expect([xml.status, xml.headers.get('content-type')]).toEqual([200, 'application/rss+xml; charset=utf-8'])
  const text = await xml.text()
  expect(text).toContain('xmlns:g="http://base.google.com/ns/1.0"')
  expect((await (await guest('GET', at('csv'))).text()).split('\r\n')[0]).toMatch(/^"id","title",/)
  expect((await (await guest('GET', at('tsv'))).text()).split('\r\n')[0]).toMatch(/^id\ttitle\t/)
  const packed = await guest('GET', at('xml'), undefined, { headers: { 'accept-encoding': 'gzip' } })
  expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(text)
  const again = { headers: { 'if-none-match': xml.headers.get('etag')! } }
  expect((await guest('GET', at('xml'), undefined, again)).status).toBe(304)
  expect(await (await owner('GET', `/api/v1/feeds/${feed.id}`)).json()).toMatchObject({
    fetchedAt: w.clock.now().toISOString(),
    fetchedBy: expect.stringContaining('Firefox')
  })
})

test('what is asked amiss is refused: an unknown feed, no moment, one that is off, too often', async () => {
  const { owner, guest, feed, at } = await withFeed()
  expect((await guest('GET', '/feeds/nobody.xml')).status).toBe(404)
  expect((await guest('GET', `${at('xml')}?since=yesterday`)).status).toBe(422)
  expect((await guest('GET', `${at('xml')}?since=2026-07-14T09:00:00Z`)).status).toBe(200)
  expect((await owner('PUT', `/api/v1/feeds/${feed.id}/disablement`)).status).toBe(204)
  expect((await guest('GET', at('xml'))).status).toBe(410)
  const answers = []
  for (let i = 0; i < 20; i++) answers.push(await guest('GET', at('xml')))
  expect(answers.at(-1)!.status).toBe(429)
  expect(Number(answers.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('changes come in pages for a batch interface, problems by their reason', async () => {
  const { w, owner, feed } = await withFeed()
  const [tee, mug] = [await w.given.product(), await w.given.product()]
  const picture = { picture_id: await w.given.picture(), position: 0 }
  await w.ctx.db.insertInto('product_pictures').values({ shop_id: w.shopId, product_id: mug.id, ...picture }).execute() // prettier-ignore
  await w.ctx.db
    .updateTable('products')
    .set({ description: '<p>Thick</p>' })
    .where('id', '=', mug.id)
    .execute()
  const since = '2026-01-01T00:00:00Z'
  const changes = await owner('GET', `/api/v1/feeds/${feed.id}/changes?since=${since}`)
  expect(await changes.json()).toMatchObject({
    ...{ changes: [{ id: mug.sku, method: 'upsert', item: { id: mug.sku } }], next: null }
  })
  await checkFeed(w.ctx, w.shopId, feed.id)
  const problems = await owner('GET', `/api/v1/feeds/${feed.id}/problems?problem=picture_missing`)
  expect(await problems.json()).toMatchObject({ problems: [{ itemId: tee.sku, refused: true }] })
})

test('feeds are the owner’s and the marketer’s; nobody else makes, sees or changes one', async () => {
  const { w, feed } = await withFeed()
  for (const role of ['clerk', 'moderator'] as const) {
    const staff = await apiOf(w, await w.given.member({ role }))
    expect((await staff('GET', '/api/v1/feeds')).status).toBe(403)
  }
  const stranger = await world()
  const theirs = await apiOf(stranger, await stranger.given.owner())
  expect((await theirs('GET', `/api/v1/feeds/${feed.id}`)).status).toBe(404)
  expect((await theirs('DELETE', `/api/v1/feeds/${feed.id}`)).status).toBe(404)
  const marketer = await apiOf(w, await w.given.member({ role: 'marketer' }))
  expect((await marketer('DELETE', `/api/v1/feeds/${feed.id}`)).status).toBe(204)
})
