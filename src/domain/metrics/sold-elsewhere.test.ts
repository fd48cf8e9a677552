import { expect, test } from 'vitest'
import { creditedOrders, creditsByModel, MODELS, orderPath, recordTouch } from '#domain/attribution/index.ts'
import { rebuild } from '#domain/ledger/index.ts'
import { handOver } from '#domain/stores/index.ts'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import {
  attributes,
  fromShopify,
  handedOver,
  hear,
  refundOf,
  SECRET,
  shopifyOrder,
  time
} from '../store-orders/testing.ts'
import { flow, ranked, totals, windowOf, type Dimension } from './index.ts'
import { rollupHours } from './rollup-hours.projection.ts'

const AN_HOUR = 3_600_000

/** A cart that really went to a store from a post, through a link's click, and the order that came of it. */
async function soldAtShopify(w: World) {
  w.clock.advance(-AN_HOUR)
  const tee = await w.given.product({ price: 1_500 })
  const mug = await w.given.product({ price: 2_000 })
  const store = await w.given.store({ goods: [tee, mug], secret: SECRET })
  const campaignId = await w.given.campaignRow()
  const postId = await w.given.publishedPost({ campaignId })
  const ana = await w.given.member()
  const first = await recordTouch(w.ctx, w.ctx.db, ana, { linkCode: 'abc', network: 'bluesky' })
  w.clock.advance(1_000)
  const clickId = await recordTouch(w.ctx, w.ctx.db, ana, { postId, clickId: first })
  const items = [{ ...tee, quantity: 2 }, mug]
  const { token } = await w.given.cart(items, { actor: ana, clickId, postId })
  const { code } = await must(handOver(w.ctx, ana, { token, storeId: store.id }))
  w.clock.advance(AN_HOUR)
  const lines = (shopifyOrder().line_items as object[]).map((line, n) => ({
    ...line,
    variant_id: Number(store.outside.get(items[n]!.variantId))
  }))
  const paid = shopifyOrder({ ...attributes(code), financial_status: 'paid', line_items: lines })
  await hear(w, store.id, fromShopify('orders/paid', paid))
  return { store, campaignId, postId, paid, tee, mug }
}

const sums = async (w: World, dimension: Dimension | 'shop', key: string) => {
  await w.settle()
  const window = windowOf(w.ctx.clock.now(), 'UTC')
  const { orders, revenue, ordersElsewhere, revenueElsewhere } = (
    await totals(w.ctx, w.shopId, window, { dimension, key })
  ).now
  return [orders, revenue, ordersElsewhere, revenueElsewhere]
}

test('an order elsewhere counts for its shop, post, campaign, link, network and products, told apart from our own', async () => {
  const w = await world()
  const { store, campaignId, postId, paid, tee, mug } = await soldAtShopify(w)
  const lamp = await w.given.product({ price: 2_510 })
  await w.given.order([lamp])
  const own = (await sums(w, 'shop', ''))[1]! - 3_586
  expect(own).toBeGreaterThan(0)
  expect(await sums(w, 'shop', '')).toEqual([2, 3_586 + own, 1, 3_586])
  for (const [dimension, key] of [
    ['post', postId],
    ['campaign', campaignId],
    ['link', 'abc']
  ] as const)
    // prettier-ignore
    expect([dimension, await sums(w, dimension, key)]).toEqual([dimension, [1, 3_586, 1, 3_586]])
  const [teeSums, mugSums] = [await sums(w, 'product', tee.id), await sums(w, 'product', mug.id)]
  expect([teeSums[0], mugSums[0], teeSums[1]! + mugSums[1]!]).toEqual([1, 1, 3_586])
  expect(await sums(w, 'product', lamp.id)).toEqual([1, own, 0, 0])
  const window = windowOf(w.ctx.clock.now(), 'UTC')
  const lanes = await flow(w.ctx, w.shopId, window, { dimension: 'post', key: postId })
  expect(lanes).toMatchObject([{ network: 'bluesky', orders: 1, revenue: 3_586 }])
  const products = await ranked(w.ctx, w.shopId, window, 'product')
  expect(products.map(({ key, ordersElsewhere }) => [key, ordersElsewhere])).toEqual(
    expect.arrayContaining([[tee.id, 1], [mug.id, 1], [lamp.id, 0]]) // prettier-ignore
  )

  await hear(w, store.id, fromShopify('refunds/create', { ...refundOf(1, '24.95'), order_id: paid.id }))
  expect(await sums(w, 'post', postId)).toEqual([1, 1_793, 1, 1_793])
  const left = (await sums(w, 'product', tee.id))[1]! + (await sums(w, 'product', mug.id))[1]!
  expect(left).toBe(1_793)
  await hear(w, store.id, fromShopify('orders/cancelled', { ...paid, cancelled_at: time(58), updated_at: time(58) })) // prettier-ignore
  expect(await sums(w, 'campaign', campaignId)).toEqual([1, 0, 1, 0])
  expect(await sums(w, 'product', tee.id)).toEqual([1, 0, 1, 0])

  const read = () => w.ctx.db.selectFrom('rollup_hours').selectAll().where('shop_id', '=', w.shopId).orderBy('dimension').orderBy('key').orderBy('kind').orderBy('network').orderBy('hour').execute() // prettier-ignore
  const followed = await read()
  await rebuild(w.ctx, w.shopId, rollupHours)
  expect(await read()).toEqual(followed)
})

test('what products earned adds up to what their order did, whatever part of it went back', async () => {
  const w = await world()
  const { store, code } = await handedOver(w)
  const goods = [await w.given.product(), await w.given.product(), await w.given.product()]
  for (const [n, { variantId }] of goods.entries())
    await w.ctx.db.updateTable('variants').set({ sku: `T-${n}` }).where('shop_id', '=', w.shopId).where('id', '=', variantId).execute() // prettier-ignore
  const line_items = goods.map((_, n) => ({ sku: `T-${n}`, title: 'Tee', quantity: 1, price: '10.00' }))
  const order = shopifyOrder({ ...attributes(code), financial_status: 'paid', line_items })
  await hear(w, store.id, fromShopify('orders/paid', order))
  for (const [n, amount] of ['1.00', '0.97', '1.01', '3.33', '7.77'].entries()) {
    await hear(w, store.id, fromShopify('refunds/create', { ...refundOf(n + 1, amount), order_id: order.id }))
    const [, whole] = await sums(w, 'shop', '')
    let parts = 0
    for (const { id } of goods) parts += (await sums(w, 'product', id))[1]!
    expect([amount, parts]).toEqual([amount, whole])
  }
})

test('its credit is shared by every model as an own order’s is, and its path leads from the link to the store', async () => {
  const w = await world()
  const { store, postId } = await soldAtShopify(w)
  const by = { by: 'link', key: 'abc' } as const
  const credited = await creditedOrders(w.ctx, w.shopId, by)
  expect(credited).toMatchObject([
    { number: '#1001', net: 3_586, network: 'bluesky', store: { id: store.id, name: store.name } }
  ])
  const models = await creditsByModel(w.ctx, w.shopId, by)
  for (const model of MODELS)
    expect([model, models.get(model)]).toEqual([model, { orders: 1, revenue: 3_586 }])
  const { steps, credited: last } = await orderPath(w.ctx, w.shopId, credited[0]!.id)
  expect(steps.map(({ kind }) => kind)).toEqual(['link', 'tap', 'cart', 'hand_over', 'order'])
  expect(last?.post?.id).toBe(postId)
})
