import { expect, test } from 'vitest'
import { world, type World } from '#test/world.ts'
import { flushDrops, takeIn, takeInLink, type Interaction, type Reporter } from './index.ts'
import { dedupeKey, firstReason, interactionSteps, reporterSteps } from './steps.ts'

const HOUR = 3_600_000
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

const reporterOf = (w: World, actor: string | null = 'visitor'): Reporter => ({
  shopId: w.shopId,
  actor,
  staff: false,
  userAgent: FIREFOX,
  network: null
})

const viewOf = (w: World, id: string, at = w.clock.now().getTime()): Interaction => ({
  kind: 'view',
  subject: 'post',
  id,
  at
})

test.each([
  ['bot', { userAgent: 'curl/8.0' }],
  ['bot', { userAgent: '' }],
  ['staff', { staff: true }],
  ['nobody', { actor: null }]
])('drops everything of a reporter that is a %s', (reason, change) => {
  const reporter = { shopId: 1, actor: 'v', staff: false, userAgent: FIREFOX, network: null, ...change }
  expect(firstReason(reporterSteps, reporter, 0)).toBe(reason)
})

test('a report may be a day late and a minute ahead, no more', () => {
  const now = 100 * HOUR
  const at = (ms: number) =>
    firstReason(interactionSteps, { kind: 'view', subject: 'post', id: 'x', at: ms }, now)
  expect([at(now), at(now - 24 * HOUR), at(now + 60_000)]).toEqual([undefined, undefined, undefined])
  expect([at(now - 24 * HOUR - 1), at(now + 60_001)]).toEqual(['stale', 'stale'])
})

test('a view repeats within a day, a tap within an hour and place', () => {
  const view = { kind: 'view', subject: 'post', id: 'x' } as const
  const tap = { kind: 'click', subject: 'product', id: 'x', to: 'buy' } as const
  expect(dedupeKey({ ...view, at: 0 }, 'v')).toBe(dedupeKey({ ...view, at: 23 * HOUR }, 'v'))
  expect(dedupeKey({ ...view, at: 0 }, 'v')).not.toBe(dedupeKey({ ...view, at: 24 * HOUR }, 'v'))
  expect(dedupeKey({ ...tap, at: 0 }, 'v')).not.toBe(dedupeKey({ ...tap, at: HOUR }, 'v'))
  expect(dedupeKey({ ...tap, at: 0, postId: 'p' }, 'v')).not.toBe(
    dedupeKey({ ...tap, at: 0, postId: 'q' }, 'v')
  )
})

test('forty visitors at once: every view once, in gapless numbers but for the repeats', async () => {
  const w = await world()
  const posts = await Promise.all([w.given.publishedPost(), w.given.publishedPost()])
  await Promise.all(
    Array.from({ length: 80 }, (_, i) =>
      takeIn(
        w.ctx,
        reporterOf(w, `v${i % 40}`),
        posts.map((post) => viewOf(w, post))
      )
    )
  )
  const rows = await w.ledger()
  expect(rows).toHaveLength(80)
  expect(new Set(rows.map((row) => `${row.actor} ${row.post_id}`)).size).toBe(80)
  await flushDrops(w.ctx)
  const drops = await w.ctx.db
    .selectFrom('intake_drops')
    .selectAll()
    .where('shop_id', '=', w.shopId)
    .execute()
  expect(drops).toMatchObject([{ reason: 'repeat', dropped: 80, day: '2026-07-14' }])
})

test('an entry carries its post, campaign, network and time', async () => {
  const w = await world()
  const campaignId = await w.given.campaignRow()
  const post = await w.given.publishedPost({ campaignId })
  const at = w.clock.now().getTime() - HOUR
  await takeIn(w.ctx, { ...reporterOf(w), network: 'mastodon' }, [viewOf(w, post, at)])
  expect(await w.ledger()).toMatchObject([
    { kind: 'view', post_id: post, campaign_id: campaignId, network: 'mastodon', occurred_at: new Date(at) }
  ])
})

test('a post that is a draft, or another shop’s, is unknown', async () => {
  const w = await world()
  const post = await w.given.publishedPost()
  await w.ctx.db.updateTable('posts').set({ state: 'draft' }).where('id', '=', post).execute()
  const foreign = await (await world()).given.publishedPost()
  expect(await takeIn(w.ctx, reporterOf(w), [viewOf(w, post), viewOf(w, foreign)])).toBe(0)
  expect(await w.ledger()).toEqual([])
})

test('a followed link counts once an hour and visitor, and says who is not counted', async () => {
  const w = await world()
  const link = { code: 'abc', postId: null, productId: null, campaignId: null, sharer: null }
  expect(await takeInLink(w.ctx, reporterOf(w), link)).toBe(true)
  expect(await takeInLink(w.ctx, reporterOf(w), link)).toBe(true)
  expect(await takeInLink(w.ctx, { ...reporterOf(w), staff: true }, link)).toBe(false)
  expect(await w.ledger()).toMatchObject([{ kind: 'click', link_code: 'abc', payload: { to: 'link' } }])
})
