import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'

async function shopWithATap() {
  const w = await world()
  const post = await w.given.publishedPost({ title: '+Stripes' })
  const guest = await apiOf(w, w.given.guest())
  await guest('POST', '/api/v1/interactions', {
    items: [
      { kind: 'view', post },
      { kind: 'click', post, to: 'buy' }
    ]
  })
  return { w, post }
}

test('results are told with their window, what is unknown as null', async () => {
  const { w, post } = await shopWithATap()
  const call = await apiOf(w, await w.given.member({ role: 'marketer' }))
  const response = await call('GET', '/api/v1/results/post?days=28')
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({
    window: { days: 28, to: '2026-07-14', timezone: 'Europe/Helsinki' },
    currency: 'EUR',
    now: { impressions: 1, clicks: 1, orders: 0, revenue: 0 },
    before: { impressions: 0, clicks: 0 },
    rows: [{ key: post, title: '+Stripes', impressions: 1, clicks: 1 }]
  })
  const links = (await (await call('GET', '/api/v1/results/link')).json()) as { rows: unknown[] }
  expect(links.rows).toEqual([])
})

test('a CSV file comes in the language asked for, and no cell of it is a formula', async () => {
  const { w } = await shopWithATap()
  const call = await apiOf(w, await w.given.owner())
  const response = await call('GET', '/api/v1/results/post/csv?lang=fi')
  expect(response.headers.get('content-disposition')).toContain('post-2026-07-08-2026-07-14.csv')
  const bytes = new Uint8Array(await response.arrayBuffer())
  const [row] = parse(new TextDecoder().decode(bytes), { bom: true, columns: true }) as Record<
    string,
    string
  >[]
  expect(row).toMatchObject({
    Otsikko: "'+Stripes",
    Napautukset: '1',
    Tilaukset: '0',
    'Nettomyynti (EUR)': '0'
  })
})

test('who may not read results, and what is no dimension, is refused', async () => {
  const w = await world()
  const clerk = await apiOf(w, await w.given.member({ role: 'clerk' }))
  expect((await clerk('GET', '/api/v1/results/post')).status).toBe(403)
  const owner = await apiOf(w, await w.given.owner())
  expect((await owner('GET', '/api/v1/results/people')).status).toBe(404)
})
