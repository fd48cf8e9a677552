import { expect, test } from 'vitest'
import { createLink } from '#domain/links/index.ts'
import { listZones, saveRate } from '#domain/delivery/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { must } from '#test/factories/posts.ts'
import { world } from '#test/world.ts'
import { confirmDelivery, openingOf } from './index.ts'

const NOTHING = { goods: false, post: false, delivery: false, shared: false }

test('a shop’s opening is ticked off by what is really there, step by step, until all of it is', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const opening = () => openingOf(ctx, shopId)
  expect(await opening()).toEqual(NOTHING)

  await given.product({ state: 'draft' })
  await given.post({ state: 'draft' })
  expect(await opening()).toEqual(NOTHING)
  await given.product()
  expect(await opening()).toEqual({ ...NOTHING, goods: true })

  await given.post({ state: 'scheduled' })
  expect(await opening()).toEqual({ ...NOTHING, goods: true, post: true })

  const [zone] = await listZones(ctx, shopId)
  const { id, name, kind, price } = zone!.rates.find((rate) => rate.kind === 'flat')!
  await must(saveRate(ctx, owner, { id, zoneId: zone!.id, name, kind, price }))
  expect(await opening()).toEqual({ goods: true, post: true, delivery: true, shared: false })

  await must(createLink(ctx, owner, { target: { path: '/' } }))
  expect(await opening()).toBeNull()
})

test('an owner who keeps the delivery prices a shop starts with says so, and they keep their names in every language', async () => {
  const { ctx, given, shopId, clock } = await world()
  const owner = await given.owner()
  const names = async () =>
    await ctx.db.selectFrom('shipping_rates').select('name').where('shop_id', '=', shopId).execute()
  const before = await names()
  expect(await confirmDelivery(ctx, owner)).toEqual(done(null))
  const first = clock.now()
  clock.advance(60_000)
  expect(await confirmDelivery(ctx, owner)).toEqual(done(null))
  expect(await openingOf(ctx, shopId)).toEqual({ ...NOTHING, delivery: true })
  expect(await names()).toEqual(before)
  const row = await ctx.db
    .selectFrom('shops')
    .select('delivery_confirmed_at')
    .where('shop_id', '=', shopId)
    .execute()
  expect(row).toEqual([{ delivery_confirmed_at: first }])
  const other = await world()
  expect(await openingOf(other.ctx, other.shopId)).toEqual(NOTHING)
})

test('someone who came by without a link is a share too; another shop’s visitors are not', async () => {
  const [here, there] = [await world(), await world()]
  const seen = { kind: 'view', actor: 'v', payload: null, subject: { kind: 'shop', id: null } } as const
  const { ctx, shopId, settle } = here
  await write(ctx, shopId, async (tx) => done(await append(ctx, tx, shopId, [seen])))
  await settle()
  expect(await openingOf(ctx, shopId)).toMatchObject({ shared: true })
  expect(await openingOf(there.ctx, there.shopId)).toEqual(NOTHING)
})

test('from the first order on the shop is open, whatever is missing', async () => {
  const { ctx, given, shopId } = await world()
  const { variantId } = await given.product()
  await given.order([{ variantId }])
  expect(await openingOf(ctx, shopId)).toBeNull()
})
