import { expect, test } from 'vitest'
import { done } from '#platform/outcome.ts'
import { append, write } from '#domain/ledger/index.ts'
import { world, type World } from '#test/world.ts'
import {
  creditOrder,
  creditsByModel,
  MODELS,
  noteCartTouch,
  orderPath,
  recordTouch,
  sourceOfClick,
  sourceOfOrder
} from './index.ts'

const DAY = 86_400_000

async function placeOrder({ ctx, shopId }: World, cartId: string, clickId: string | null) {
  const id = ctx.ids.next()
  const now = ctx.clock.now()
  return write(ctx, shopId, async (tx) => {
    const bare = { currency: 'EUR', ship_to: '{}', shipping_rate: '{}', goods: 3400, net: 3400, total: 3400 }
    const states = { state: 'placed', payment_state: 'paid', email: 'a@example.org', locale: 'en' }
    const times = { placed_at: now, created_at: now, updated_at: now }
    const row = { shop_id: shopId, id, cart_id: cartId, click_id: clickId, ...bare, ...states, ...times }
    await tx
      .insertInto('orders')
      .values({ ...row, number: now.getTime(), token: id, attempt_key: id } as never)
      .execute()
    const source = await creditOrder(ctx, tx, { shopId, orderId: id, cartId, clickId, placedAt: now })
    return done({ id, source })
  })
}

test('a Buy tap after a followed link takes over the link, and the order is credited to both', async () => {
  const w = await world()
  const { ctx, given, shopId } = w
  const campaignId = await given.campaignRow()
  const postId = await given.publishedPost({ campaignId })
  const guest = given.guest()
  const link = await recordTouch(ctx, ctx.db, guest, { linkCode: 'abc', network: 'mastodon' })
  const tap = await recordTouch(ctx, ctx.db, guest, { postId, clickId: link })
  expect(await sourceOfClick(ctx.db, shopId, tap)).toEqual({
    postId,
    linkCode: 'abc',
    campaignId,
    creatorId: null,
    network: 'mastodon'
  })
  const placed = await placeOrder(w, ctx.ids.next(), tap)
  expect(placed.ok && placed.value.source).toMatchObject({ postId, campaignId, linkCode: 'abc' })
  if (placed.ok) expect(await sourceOfOrder(ctx.db, shopId, placed.value.id)).toEqual(placed.value.source)
})

test('the last touch within seven days gets the order, and every model adds up to one', async () => {
  const w = await world()
  const { ctx, given, shopId, clock } = w
  const cartId = ctx.ids.next()
  const guest = given.guest()
  const clicks: string[] = []
  for (const network of ['old', 'first', 'middle', 'last']) {
    clicks.push(await recordTouch(ctx, ctx.db, guest, { linkCode: network, network }))
    clock.advance(network === 'old' ? 4 * DAY : DAY)
  }
  await ctx.db.transaction().execute(async (tx) => {
    for (const clickId of [...clicks, clicks[0]]) await noteCartTouch(ctx, tx, { shopId, cartId, clickId })
  })
  const placed = await placeOrder(w, cartId, clicks[3]!)
  expect(placed.ok && placed.value.source.network).toBe('last')
  const credits = await ctx.db
    .selectFrom('order_credits')
    .select(['model', 'network', 'credit'])
    .where('shop_id', '=', shopId)
    .execute()
  const by = Map.groupBy(credits, (row) => row.model)
  expect([...by.keys()].sort()).toEqual([
    'first_touch',
    'last_touch',
    'linear',
    'position_based',
    'time_decay'
  ])
  for (const rows of by.values()) expect(rows.reduce((sum, row) => sum + row.credit, 0)).toBeCloseTo(1, 8)
  expect(by.get('first_touch')).toMatchObject([{ network: 'first', credit: 1 }])
  expect(by.get('linear')).toHaveLength(3)
  // A third of 34.00 is no whole number of cents: the parts still add up to the sale.
  const links = ['first', 'middle', 'last'].map((key) => ({ by: 'link', key }) as const)
  const parts = await Promise.all(links.map((link) => creditsByModel(ctx, shopId, link)))
  for (const model of MODELS) {
    const sum = parts.reduce((sum, part) => sum + (part.get(model)?.revenue ?? 0), 0)
    expect([model, sum]).toEqual([model, 3400])
  }
})

test('an order without a touch has no source, and another shop cannot lend one', async () => {
  const w = await world()
  const other = await world()
  const foreign = await recordTouch(other.ctx, other.ctx.db, other.given.guest(), { linkCode: 'x' })
  const placed = await placeOrder(w, w.ctx.ids.next(), foreign)
  expect(placed.ok && placed.value.source).toEqual({})
})

test('the path of an order leads from the link over post, cart and checkout to the order', async () => {
  const w = await world()
  const { ctx, given, shopId, clock } = w
  const postId = await given.publishedPost({ title: 'Herring bottle' })
  const guest = given.guest()
  const cartId = ctx.ids.next()
  const link = await recordTouch(ctx, ctx.db, guest, { linkCode: 'abc', network: 'bluesky' })
  clock.advance(60_000)
  const tap = await recordTouch(ctx, ctx.db, guest, { postId, clickId: link })
  for (const kind of ['cart', 'checkout'] as const) {
    clock.advance(60_000)
    const subject = { kind: 'cart', id: cartId } as const
    await write(ctx, shopId, async (tx) => {
      await noteCartTouch(ctx, tx, { shopId, cartId, clickId: link })
      return done(await append(ctx, tx, shopId, [{ kind, actor: 'v', subject, payload: { cartId } }]))
    })
  }
  clock.advance(60_000)
  const placed = await placeOrder(w, cartId, tap)
  if (!placed.ok) throw new Error('not placed')
  const path = await orderPath(ctx, shopId, placed.value.id)
  expect(path.steps.map((step) => step.kind)).toEqual(['link', 'tap', 'cart', 'checkout', 'order'])
  expect(path.credited).toMatchObject({ kind: 'tap', network: 'bluesky', post: { title: 'Herring bottle' } })
  expect(await orderPath(ctx, shopId, ctx.ids.next())).toEqual({ steps: [], credited: null })
})
