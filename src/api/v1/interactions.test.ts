import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { recordTouch } from '#domain/attribution/index.ts'
import { flushDrops } from '#domain/intake/index.ts'
import { apiOf } from '#test/api.ts'
import { world, type World } from '#test/world.ts'

const PATH = '/api/v1/interactions'

const drops = async ({ ctx, shopId }: World) => {
  await flushDrops(ctx)
  const { rows } = await sql<{ reason: string; dropped: number }>`
    select reason, dropped from intake_drops where shop_id = ${shopId} order by reason`.execute(ctx.db)
  return Object.fromEntries(rows.map(({ reason, dropped }) => [reason, dropped]))
}

test('a view is in the ledger when the answer comes, a repeat is not, and a reload is counted as dropped', async () => {
  const w = await world()
  const post = await w.given.publishedPost()
  const call = await apiOf(w, w.given.guest())
  for (let i = 0; i < 2; i++) {
    expect((await call('POST', PATH, { items: [{ kind: 'view', post }] })).status).toBe(202)
  }
  expect(await w.ledger()).toMatchObject([
    { kind: 'view', subject_id: post, post_id: post, network: 'square' }
  ])
  expect(await drops(w)).toEqual({ repeat: 1 })
})

test('a closing page may send text, and its click id says by which network it came', async () => {
  const w = await world()
  const post = await w.given.publishedPost({ campaignId: await w.given.campaignRow() })
  const guest = w.given.guest()
  const click = await recordTouch(w.ctx, w.ctx.db, guest, { linkCode: 'abc', network: 'bluesky' })
  const call = await apiOf(w, guest)
  const text = JSON.stringify({ items: [{ kind: 'click', post, to: 'buy' }], click })
  const headers = { 'content-type': 'text/plain;charset=UTF-8' }
  expect((await call('POST', PATH, undefined, { text, headers })).status).toBe(202)
  expect(await w.ledger()).toMatchObject([{ kind: 'click', network: 'bluesky', payload: { to: 'buy' } }])
  expect((await w.ledger())[0]!.campaign_id).not.toBeNull()
})

test('bots, staff, stale and unknown things are not counted, and each is counted as dropped', async () => {
  const w = await world()
  const post = await w.given.publishedPost()
  const other = await (await world()).given.publishedPost()
  const items = [{ kind: 'view', post }]
  const guest = await apiOf(w, w.given.guest())
  const bot = { headers: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' } }
  expect((await guest('POST', PATH, { items }, bot)).status).toBe(202)
  await guest('POST', PATH, { items }, { headers: { 'user-agent': '' } })
  await (
    await apiOf(w, await w.given.owner())
  )('POST', PATH, { items })
  const old = w.clock.now().getTime() - 25 * 3_600_000
  await guest('POST', PATH, {
    items: [
      { kind: 'view', post, at: old },
      { kind: 'view', post: other }
    ]
  })
  expect(await w.ledger()).toEqual([])
  expect(await drops(w)).toEqual({ bot: 2, staff: 1, stale: 1, unknown: 1 })
})

test.each([
  ['not JSON', '{'],
  ['nothing', '{"items":[]}'],
  ['null', 'null'],
  ['fifty-one', JSON.stringify({ items: Array(51).fill({ kind: 'view', post: 'x' }) })],
  ['a kind that people may not report', JSON.stringify({ items: [{ kind: 'order' }] })],
  ['an id that is none', JSON.stringify({ items: [{ kind: 'view', post: "'; drop table ledger" }] })],
  ['a time that is none', JSON.stringify({ items: [{ kind: 'view', at: 'yesterday' }] })],
  ['a nested item', JSON.stringify({ items: [[null]] })]
])('%s is refused whole', async (_, text) => {
  const w = await world()
  const call = await apiOf(w, w.given.guest())
  const response = await call('POST', PATH, undefined, { text })
  expect([response.status, await response.json()]).toMatchObject([422, { code: 'invalid' }])
})

test('a body over 64 KB is refused unread', async () => {
  const w = await world()
  const call = await apiOf(w, w.given.guest())
  const response = await call('POST', PATH, undefined, { text: ' '.repeat(65 * 1024) })
  expect(response.status).toBe(413)
})

test('a copied link is a share, once an hour', async () => {
  const w = await world()
  const post = await w.given.publishedPost()
  const call = await apiOf(w, w.given.guest())
  for (let i = 0; i < 2; i++) await call('POST', PATH, { items: [{ kind: 'share', post }], click: null })
  await w.settle()
  const counts = await w.ctx.db
    .selectFrom('post_counts')
    .select('shares')
    .where('post_id', '=', post)
    .execute()
  expect(counts).toEqual([{ shares: 1 }])
})
