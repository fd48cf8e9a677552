import { expect, test } from 'vitest'
import { transact } from '#platform/database/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { world, type World } from '#test/world.ts'
import {
  createCoupon,
  enableCoupon,
  findCoupon,
  judgeCoupon,
  listCoupons,
  releaseCoupon,
  takeCoupon
} from './index.ts'

async function make(w: World, input: Partial<Parameters<typeof createCoupon>[2]> = {}) {
  const owner = await w.given.owner()
  const made = await createCoupon(w.ctx, owner, { code: 'herring10', kind: 'percent', value: 10, ...input })
  if (!made.ok) throw new Error(made.refusal)
  return { owner, coupon: (await findCoupon(w.ctx.db, w.shopId, made.value.code))! }
}

test('a code is one code however it is written, and a value that makes no sense is refused', async () => {
  const w = await world()
  const { owner } = await make(w)
  expect(await createCoupon(w.ctx, owner, { code: ' Herring10 ', kind: 'amount', value: 100 })).toEqual(
    refused('coupon_taken')
  )
  for (const [kind, value] of [
    ['percent', 101],
    ['percent', 0],
    ['amount', -5],
    ['amount', 0],
    ['amount', 1.5]
  ] as const) {
    expect(await createCoupon(w.ctx, owner, { code: 'ODD', kind, value })).toMatchObject({
      ok: false,
      refusal: 'invalid'
    })
  }
  for (const code of ['', 'X', '<script>', 'A B', 'É'.repeat(41), '\u0000\u0000']) {
    expect(await createCoupon(w.ctx, owner, { code, kind: 'percent', value: 5 })).toMatchObject({ ok: false })
  }
  expect(await findCoupon(w.ctx.db, w.shopId, 'HerRing10 ')).toMatchObject({ value: 10 })
  expect(await findCoupon(w.ctx.db, (await world()).shopId, 'herring10')).toBeUndefined()
})

test('each reason to refuse a coupon has its own word', async () => {
  const w = await world()
  const now = w.clock.now()
  const later = new Date(now.getTime() + 1_000)
  const { coupon, owner } = await make(w, { minGoods: 2_000, maxUses: 1 })
  const judge = (change: object, goods = 2_000) => judgeCoupon({ ...coupon, ...change }, { goods, now })
  expect(judge({})).toBeUndefined()
  expect(judge({}, 1_999)).toBe('coupon_min_goods')
  expect(judge({ startsAt: later })).toBe('coupon_not_started')
  expect(judge({ endsAt: now })).toBe('coupon_ended')
  expect(judge({ endsAt: later })).toBeUndefined()
  expect(judge({ used: 1 })).toBe('coupon_used_up')
  expect(judgeCoupon(undefined, { goods: 1, now })).toBe('coupon_unknown')
  await enableCoupon(w.ctx, owner, { id: coupon.id, enabled: false })
  const [stopped] = (await listCoupons(w.ctx, w.shopId)).coupons
  expect(judgeCoupon(stopped, { goods: 2_000, now })).toBe('coupon_unknown')
})

test('forty buyers at once use a coupon for five exactly five times, and what is given back can be used again', async () => {
  const w = await world()
  const { coupon } = await make(w, { maxUses: 5 })
  const use = (orderId: string) =>
    transact(w.ctx.db, async (tx) => {
      const use = { orderId, email: `${orderId}@example.org` }
      const refusal = await takeCoupon(w.ctx, tx, w.shopId, coupon, use)
      return refusal ? refused(refusal) : done(orderId)
    })
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => use(w.ctx.ids.next())))
  const used = outcomes.flatMap((o) => (o.ok ? [o.value] : []))
  expect(used).toHaveLength(5)
  const giveBack = () => transact(w.ctx.db, async (tx) => done(await releaseCoupon(tx, w.shopId, used[0]!)))
  await Promise.all([giveBack(), giveBack()])
  expect((await findCoupon(w.ctx.db, w.shopId, coupon.code))!.used).toBe(4)
  expect(await use(w.ctx.ids.next())).toMatchObject({ ok: true })
  expect(await use(w.ctx.ids.next())).toEqual(refused('coupon_used_up'))
})

test('once per person means once, though the address be written differently and sent at once', async () => {
  const w = await world()
  const { coupon } = await make(w, { oncePerEmail: true })
  const use = (email: string) =>
    transact(w.ctx.db, async (tx) => {
      const refusal = await takeCoupon(w.ctx, tx, w.shopId, coupon, { orderId: w.ctx.ids.next(), email })
      return refusal ? refused(refusal) : done(null)
    })
  const outcomes = await Promise.all(['a@example.org', ' A@Example.org', 'a@example.org '].map(use))
  expect(outcomes.filter((o) => o.ok)).toHaveLength(1)
  expect(outcomes.filter((o) => !o.ok && o.refusal === 'coupon_used_by_you')).toHaveLength(2)
  expect(await use('b@example.org')).toMatchObject({ ok: true })
  expect((await findCoupon(w.ctx.db, w.shopId, coupon.code))!.used).toBe(2)
})
