import { expect, test } from 'vitest'
import { append, write, type Entry } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { world, type World } from '#test/world.ts'
import {
  aov,
  clickingVisitors,
  ctr,
  daily,
  daysOf,
  engagementRate,
  flow,
  ranked,
  rising,
  totals,
  windowOf
} from './index.ts'

const DAY = 86_400_000
type Told = { kind: string; ago?: number; times?: number } & Pick<Entry, 'source' | 'amount' | 'actor'>

/** Writes what happened, `ago` days before now, and brings the rollup up to it. */
async function tell({ ctx, shopId, settle, clock }: World, told: Partial<Told>[]) {
  const entries = told.map(({ kind, ago = 0, times = 1, source, amount, actor = 'v' }) => ({
    ...{ kind, actor, source, amount, quantity: times, payload: null },
    subject: { kind: 'shop', id: null },
    occurredAt: new Date(clock.now().getTime() - ago * DAY)
  }))
  await write(ctx, shopId, async (tx) => done(await append(ctx, tx, shopId, entries as Entry[])))
  await settle()
}

const week = ({ ctx }: World) => windowOf(ctx.clock.now(), 'Europe/Helsinki')

test('a window and the one before it hold what happened in each, and undoing takes away', async () => {
  const w = await world()
  const postId = await w.given.publishedPost()
  const source = { postId }
  await tell(w, [
    { kind: 'view', times: 200, source },
    { kind: 'click', times: 30, source },
    { kind: 'like', times: 12, source },
    { kind: 'unlike', times: 2, source },
    { kind: 'order', amount: 5_000, source },
    { kind: 'order', amount: 3_000, source },
    { kind: 'refund', amount: -1_000, source },
    { kind: 'like', times: 5, source, ago: 7 },
    { kind: 'like', times: 99, source, ago: 14 }
  ])
  const { now, before } = await totals(w.ctx, w.shopId, week(w), { dimension: 'post', key: postId })
  expect(now).toEqual({
    ...{ impressions: 200, likes: 10, reposts: 0, shares: 0, comments: 0, saves: 0 },
    ...{ clicks: 30, carts: 0, orders: 2, revenue: 7_000 },
    ...{ ordersElsewhere: 0, revenueElsewhere: 0 }
  })
  expect(before.likes).toBe(5)
  expect([ctr(now), aov(now), engagementRate(now)]).toEqual([0.15, 3_500, 0.05])
  expect([ctr(before), aov(before)]).toEqual([null, null])
})

test('what a network did not tell is unknown, not none', async () => {
  const w = await world()
  await tell(w, [
    { kind: 'like', times: 8, source: { network: 'bluesky' } },
    { kind: 'click', times: 3, source: { network: 'bluesky' } },
    { kind: 'click', times: 9, source: { network: 'instagram' } },
    { kind: 'click', times: 5 }
  ])
  expect(await flow(w.ctx, w.shopId, week(w))).toMatchObject([
    { network: 'bluesky', likes: 8, clicks: 3 },
    { network: 'instagram', likes: null, clicks: 9 },
    { network: 'square', likes: 0, clicks: 5 }
  ])
  const link = await totals(w.ctx, w.shopId, week(w), { dimension: 'link', key: 'abc' })
  expect(link.now).toMatchObject({ impressions: null, likes: null, clicks: 0, orders: 0 })
  expect(ctr(link.now)).toBeNull()
})

test('a day is the shop’s own: late evening in Helsinki is not yesterday in London', async () => {
  const w = await world()
  w.clock.set(new Date('2026-07-14T21:30:00Z'))
  await tell(w, [
    { kind: 'click', times: 4 },
    { kind: 'click', times: 2, ago: 1 }
  ])
  const window = week(w)
  expect([window.from, window.to]).toEqual(['2026-07-09', '2026-07-15'])
  const days = await daily(w.ctx, w.shopId, window, { dimension: 'shop', keys: [''], kinds: ['click'] })
  expect(daysOf(window).map((day) => days.get('')?.get(day) ?? 0)).toEqual([0, 0, 0, 0, 0, 2, 4])
})

test('a day begins at the shop’s midnight also where the clock is half an hour off', async () => {
  const w = await world()
  await w.ctx.db
    .updateTable('shops')
    .set({ timezone: 'Asia/Kolkata' })
    .where('shop_id', '=', w.shopId)
    .execute()
  // Half past six in the evening in London is midnight in Mumbai.
  w.clock.set(new Date('2026-07-14T18:40:00Z'))
  await tell(w, [{ kind: 'click', times: 4 }])
  const today = windowOf(w.clock.now(), 'Asia/Kolkata', { from: '2026-07-15', to: '2026-07-15' })
  expect((await totals(w.ctx, w.shopId, today)).now.clicks).toBe(4)
  expect((await totals(w.ctx, w.shopId, today)).before.clicks).toBe(0)
})

test('rows are ranked by what they earned, with the window before beside them', async () => {
  const w = await world()
  const [small, big] = [await w.given.publishedPost(), await w.given.publishedPost()]
  await tell(w, [
    { kind: 'cart', times: 2, source: { postId: small } },
    { kind: 'cart', times: 6, source: { postId: small }, ago: 8 },
    { kind: 'order', amount: 100, source: { postId: big } }
  ])
  expect(await ranked(w.ctx, w.shopId, week(w), 'post')).toMatchObject([
    { key: big, revenue: 100, carts: 0, cartsBefore: 0 },
    { key: small, revenue: 0, carts: 2, cartsBefore: 6 }
  ])
})

test('what a product earned comes from its lines of paid orders', async () => {
  const w = await world()
  const [tee, mug] = [await w.given.product({ price: 12_550 }), await w.given.product({ price: 2_510 })]
  await w.given.order([{ variantId: tee.variantId, quantity: 2 }, { variantId: mug.variantId }])
  await w.settle()
  const rows = await ranked(w.ctx, w.shopId, week(w), 'product')
  expect(rows).toMatchObject([
    { key: tee.id, orders: 1, carts: 1, revenue: 20_000, likes: null },
    { key: mug.id, orders: 1, carts: 1, revenue: 2_000 }
  ])
  const shop = await totals(w.ctx, w.shopId, week(w))
  expect(shop.now).toMatchObject({ orders: 1, revenue: 22_000 })
})

test('visitors who tapped are counted once', async () => {
  const w = await world()
  const postId = await w.given.publishedPost()
  await tell(w, [
    { kind: 'click', actor: 'a', source: { postId } },
    { kind: 'click', actor: 'a', source: { postId } },
    { kind: 'click', actor: 'b' },
    { kind: 'click', actor: 'c', ago: 9 }
  ])
  expect(await clickingVisitors(w.ctx, w.shopId, week(w))).toBe(2)
  expect(await clickingVisitors(w.ctx, w.shopId, week(w), postId)).toBe(1)
})

test('a product rises when today is at least three taps and twice a usual day', async () => {
  const w = await world()
  const [hot, usual, draft] = [
    await w.given.product(),
    await w.given.product(),
    await w.given.product({ state: 'draft' })
  ]
  await tell(w, [
    { kind: 'click', times: 8, source: { productId: hot.id } },
    { kind: 'click', times: 28, source: { productId: hot.id }, ago: 3 },
    { kind: 'click', times: 5, source: { productId: usual.id } },
    { kind: 'click', times: 70, source: { productId: usual.id }, ago: 3 },
    { kind: 'click', times: 50, source: { productId: draft.id } }
  ])
  const up = await rising(w.ctx, w.shopId, 'Europe/Helsinki')
  expect(up).toMatchObject([{ id: hot.id, times: 4, title: hot.title, slug: hot.handle }])
  expect(up[0]!.days).toEqual([0, 0, 0, 28, 0, 0, 8])
})

test('another shop’s figures stay its own', async () => {
  const w = await world()
  const other = await world()
  await tell(other, [{ kind: 'click', times: 9 }])
  expect((await totals(w.ctx, w.shopId, week(w))).now.clicks).toBe(0)
})
