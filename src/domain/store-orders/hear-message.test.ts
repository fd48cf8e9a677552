import { expect, test } from 'vitest'
import { orderPath } from '#domain/attribution/index.ts'
import { must } from '#test/factories/posts.ts'
import { world } from '#test/world.ts'
import { setStoreSecret } from './index.ts'
import {
  attributes,
  fromOwn,
  fromShopify,
  fromWoo,
  handedOver,
  hear,
  keptOf,
  refundOf,
  shopifyOrder,
  SHOPIFY_GOODS,
  time,
  wooOrder
} from './testing.ts'

test('a paid order that came by a hand-over is a sale of the post that led to it, without a word of its buyer', async () => {
  const w = await world()
  const { store, code, postId, campaignId, handOverId } = await handedOver(w)
  const placed = shopifyOrder(attributes(code))
  expect(await hear(w, store.id, fromShopify('orders/create', placed))).toEqual({ ok: true, value: { state: 'taken' } }) // prettier-ignore
  expect((await keptOf(w)).ledger).toEqual([])
  const paid = { ...placed, financial_status: 'paid', updated_at: time(51) }
  expect(await hear(w, store.id, fromShopify('orders/paid', paid))).toMatchObject({ ok: true })
  const { orders, lines, ledger } = await keptOf(w)
  expect(orders).toMatchObject([
    { number: '#1001', state: 'paid', hand_over_id: handOverId, total: 4_990, goods: SHOPIFY_GOODS, told: SHOPIFY_GOODS } // prettier-ignore
  ])
  expect(lines.reduce((sum, { total }) => sum + total, 0)).toBe(SHOPIFY_GOODS)
  expect(ledger).toMatchObject([
    {
      ...{
        kind: 'store_order',
        amount: SHOPIFY_GOODS,
        subject_kind: 'store_order',
        subject_id: orders[0]!.id
      },
      ...{ post_id: postId, campaign_id: campaignId, network: 'mastodon' },
      payload: { orderId: orders[0]!.id, storeId: store.id, total: 4_990 }
    }
  ])
  expect(JSON.stringify([orders, lines, ledger])).not.toMatch(/veera|virtanen|mannerheim/i)
  const path = await orderPath(w.ctx, w.shopId, orders[0]!.id)
  expect(path.steps.map(({ kind }) => kind)).toEqual(['tap', 'hand_over', 'order'])
  expect(path.credited).toMatchObject({ network: 'mastodon', post: { id: postId } })
})

test('a refund takes back its share, told twice it is one, and a cancelled order earns nothing', async () => {
  const w = await world()
  const { store, code } = await handedOver(w)
  const paid = shopifyOrder({ ...attributes(code), financial_status: 'paid' })
  await hear(w, store.id, fromShopify('orders/paid', paid))
  const refund = { ...refundOf(9, '24.95'), order_id: paid.id }
  await hear(w, store.id, fromShopify('refunds/create', refund))
  await hear(w, store.id, fromShopify('refunds/create', refund))
  const half = SHOPIFY_GOODS / 2
  expect(await keptOf(w)).toMatchObject({
    orders: [{ state: 'part_refunded', refunded: 2_495 }],
    ledger: [{ kind: 'store_order' }, { kind: 'store_refund', amount: -half }],
    sums: { sales: 1, earned: half }
  })
  const off = { ...paid, cancelled_at: time(55), updated_at: time(55), refunds: [refundOf(9, '24.95')] }
  await hear(w, store.id, fromShopify('orders/cancelled', off))
  expect(await keptOf(w)).toMatchObject({ orders: [{ state: 'cancelled' }], sums: { sales: 1, earned: 0 } })
})

test.each(['refunds first', 'order first', 'all within the order'])(
  'every refund is of its own day, whichever message tells it first: %s',
  async (which) => {
    const w = await world()
    const { store, code } = await handedOver(w)
    const refunds = [
      { ...refundOf(1, '4.99'), created_at: '2026-07-10T09:00:00Z' },
      { ...refundOf(2, '9.98'), created_at: '2026-07-12T09:00:00Z' }
    ]
    const placed = { created_at: '2026-07-09T09:00:00Z', updated_at: '2026-07-09T09:00:00Z' }
    const paid = shopifyOrder({ ...attributes(code), ...placed, financial_status: 'paid' })
    const alone = refunds.map((one) => fromShopify('refunds/create', { ...one, order_id: paid.id }))
    const order = fromShopify('orders/paid', paid)
    const later = fromShopify('orders/updated', { ...paid, updated_at: time(53), refunds })
    const told = {
      'refunds first': [...alone.toReversed(), order, later],
      'order first': [order, ...alone.toReversed(), later],
      'all within the order': [later, ...alone, order]
    }[which]!
    for (const message of told) await hear(w, store.id, message)
    const back = (await keptOf(w)).ledger.filter(({ kind }) => kind === 'store_refund')
    expect(back.map((one) => [one.occurred_at.toISOString().slice(0, 10), one.amount]).sort()).toEqual([
      ['2026-07-10', -359],
      ['2026-07-12', -717]
    ])
  }
)

test('orders without a code, with an unknown one, of another store, or in another currency are no sales of ours', async () => {
  const w = await world()
  const { store, code } = await handedOver(w)
  const other = await w.given.store({ kind: 'shopify' })
  const paid = (id: number, more = {}) => shopifyOrder({ id, financial_status: 'paid', ...more })
  await hear(w, store.id, fromShopify('orders/paid', paid(1)))
  await hear(w, store.id, fromShopify('orders/paid', paid(2, attributes('nobody-gave-this'))))
  await hear(w, other.id, fromShopify('orders/paid', paid(3, attributes(code))))
  await hear(w, store.id, fromShopify('orders/paid', paid(4, { ...attributes(code), currency: 'SEK' })))
  const { orders, ledger } = await keptOf(w)
  expect(orders.map(({ outside_id, told, currency }) => [outside_id, told, currency])).toEqual([
    ['1', null, 'EUR'],
    ['2', null, 'EUR'],
    ['3', null, 'EUR'],
    ['4', null, 'SEK']
  ])
  expect(orders.map((order) => order.hand_over_id !== null)).toEqual([false, false, false, true])
  expect(ledger).toEqual([])
})

test('test orders and other topics are written down and change nothing', async () => {
  const w = await world()
  const { store, code } = await handedOver(w)
  const said = [
    fromShopify('orders/paid', shopifyOrder({ ...attributes(code), financial_status: 'paid', test: true })),
    fromShopify('products/update', { id: 7 })
  ]
  for (const message of said)
    expect(await hear(w, store.id, message)).toEqual({ ok: true, value: { state: 'ignored' } })
  expect((await keptOf(w)).orders).toEqual([])
  const log = await w.ctx.db
    .selectFrom('store_messages')
    .select(['state', 'problem'])
    .where('store_id', '=', store.id)
    .where('shop_id', '=', w.shopId)
    .execute()
  expect(log.map(({ state, problem }) => `${state} ${problem}`).sort()).toEqual([
    'ignored test_order',
    'ignored topic'
  ])
})

test('the same message ten times at once is one order and one sale', async () => {
  const w = await world()
  const { store, code } = await handedOver(w)
  const paid = shopifyOrder({ ...attributes(code), financial_status: 'paid' })
  const message = fromShopify('orders/paid', paid)
  const again = () => fromShopify('orders/paid', paid)
  const heard = await Promise.all([
    ...Array.from({ length: 10 }, () => hear(w, store.id, message)),
    ...Array.from({ length: 5 }, () => hear(w, store.id, again()))
  ])
  expect(heard.every(({ ok }) => ok)).toBe(true)
  const repeated = heard.filter((one) => one.ok && one.value.state === 'repeated')
  expect(repeated).toHaveLength(9)
  const { orders, ledger } = await keptOf(w)
  expect([orders.length, ledger.length]).toEqual([1, 1])
})

test('WooCommerce: its code, its sums, two orders of one second under one delivery id, and a deletion', async () => {
  const w = await world()
  const { store, code } = await handedOver(w, 'woocommerce')
  const meta = { meta_data: [{ key: '_wc_order_attribution_utm_id', value: code }] }
  const paid = wooOrder({ ...meta, status: 'processing' })
  const messages = [paid, { ...paid, id: 732, number: '732' }].map((order) =>
    fromWoo('order.updated', order, undefined, 'the same')
  )
  for (const message of messages)
    expect(await hear(w, store.id, message)).toMatchObject({ value: { state: 'taken' } })
  expect((await keptOf(w)).sums).toEqual({ sales: 2, earned: 2 * 3_586 })
  const back = { ...paid, date_modified_gmt: '2026-07-14T09:55:00', refunds: [{ id: 1, total: '-49.90' }] }
  await hear(w, store.id, fromWoo('order.updated', back))
  await hear(w, store.id, fromWoo('order.deleted', { id: 732 }))
  expect(await keptOf(w)).toMatchObject({
    orders: [{ state: 'refunded' }, { state: 'cancelled' }],
    sums: { sales: 2, earned: 0 }
  })
})

test('an order that is deleted and restored in WooCommerce goes on, though its own time is before that of the deletion', async () => {
  const w = await world()
  const { store, code } = await handedOver(w, 'woocommerce')
  const meta = { meta_data: [{ key: '_wc_order_attribution_utm_id', value: code }] }
  const paid = wooOrder({ ...meta, status: 'processing' })
  const steps = [
    ['order.updated', paid, 3_586],
    ['order.deleted', { id: 731 }, 0],
    ['order.restored', { ...paid, date_modified_gmt: '2026-07-14T09:51:00' }, 3_586],
    ['order.updated', { ...paid, date_modified_gmt: '2026-07-14T09:52:00' }, 3_586],
    ['order.deleted', { id: 731 }, 0]
  ] as const
  for (const [topic, body, earned] of steps) {
    w.clock.advance(60_000)
    await hear(w, store.id, fromWoo(topic, body))
    expect((await keptOf(w)).sums).toEqual({ sales: 1, earned })
  }
  expect((await keptOf(w)).orders).toMatchObject([{ state: 'cancelled' }])
})

test('a deletion of our own form is of the time that its sender signed', async () => {
  const w = await world()
  const { store, code } = await handedOver(w, 'url')
  const now = w.clock.now()
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
  const data = { id: 'A-17', code, currency: 'EUR', total: 4_990, status: 'paid', placedAt: at(-600), changedAt: at(-100) } // prettier-ignore
  await hear(w, store.id, fromOwn({ type: 'order.changed', data }, now))
  await hear(w, store.id, fromOwn({ type: 'order.deleted', data: { id: 'A-17' } }, at(-200)))
  expect((await keptOf(w)).orders).toMatchObject([{ state: 'paid' }])
  await hear(w, store.id, fromOwn({ type: 'order.deleted', data: { id: 'A-17' } }, at(-50)))
  expect((await keptOf(w)).orders).toMatchObject([{ state: 'cancelled' }])
})

test('a refund that WooCommerce takes back is earned again', async () => {
  const w = await world()
  const { store, code } = await handedOver(w, 'woocommerce')
  const meta = { meta_data: [{ key: '_wc_order_attribution_utm_id', value: code }] }
  const at = (minute: number) => ({ date_modified_gmt: `2026-07-14T09:${minute}:00` })
  const paid = wooOrder({ ...meta, status: 'completed' })
  for (const order of [paid, { ...paid, ...at(52), refunds: [{ total: '-10.00' }] }, { ...paid, ...at(53) }])
    await hear(w, store.id, fromWoo('order.updated', order))
  expect(await keptOf(w)).toMatchObject({ orders: [{ state: 'paid' }], sums: { sales: 1, earned: 3_586 } })
})

test('any other store posts our own small form, signed by Standard Webhooks', async () => {
  const w = await world()
  const { store, code } = await handedOver(w, 'url')
  const data = { id: 'A-17', code, currency: 'EUR', total: 4_990, tax: 914, shipping: 490, status: 'paid' }
  const moments = { placedAt: time(50), changedAt: time(50) }
  const body = { type: 'order.changed', data: { ...data, ...moments } }
  expect(await hear(w, store.id, fromOwn(body, w.clock.now()))).toMatchObject({ value: { state: 'taken' } })
  expect((await keptOf(w)).sums).toEqual({ sales: 1, earned: 3_586 })
  const off = { type: 'order.deleted', data: { id: 'A-17' } }
  await hear(w, store.id, fromOwn(off, w.clock.now()))
  expect((await keptOf(w)).sums).toEqual({ sales: 1, earned: 0 })
})

test('lines are known by what a store calls our goods, then by their SKU', async () => {
  const w = await world()
  const tee = await w.given.product({ price: 2_000 })
  const mug = await w.given.product({ price: 2_000 })
  const store = await w.given.store({
    kind: 'shopify',
    goods: [tee]
  })
  await w.ctx.db
    .updateTable('variants')
    .set({ sku: 'MUG-1' })
    .where('shop_id', '=', w.shopId)
    .where('id', '=', mug.variantId)
    .execute()
  const line_items = [
    { variant_id: Number(store.outside.get(tee.variantId)), title: 'Tee', quantity: 1, price: '20.00' },
    { variant_id: 999, sku: 'MUG-1', title: 'Mug', quantity: 1, price: '20.00' },
    { variant_id: 998, sku: 'UNKNOWN', title: 'Else', quantity: 1, price: '5.00' }
  ]
  await hear(w, store.id, fromShopify('orders/create', shopifyOrder({ line_items })))
  const { lines } = await keptOf(w)
  expect(lines.map(({ variant_id }) => variant_id)).toEqual([tee.variantId, mug.variantId, null])
})

test('a line of our own form may name our variant; another shop’s is nobody’s', async () => {
  const w = await world()
  const { store } = await handedOver(w, 'url')
  const [tee, theirs] = [await w.given.product(), await (await world()).given.product()]
  const line = { title: 'Tee', quantity: 1, total: 50 }
  const lines = [tee, theirs].map(({ variantId }) => ({ ...line, variantId }))
  const moments = { placedAt: time(50), changedAt: time(50) }
  const data = { id: 'A-17', currency: 'EUR', total: 100, status: 'paid', lines, ...moments }
  await hear(w, store.id, fromOwn({ type: 'order.changed', data }, w.clock.now()))
  expect((await keptOf(w)).lines.map(({ variant_id }) => variant_id)).toEqual([tee.variantId, null])
})

test('a replaced secret is believed for a day beside the new one, and not a minute longer', async () => {
  const w = await world()
  const { store } = await handedOver(w)
  const owner = await w.given.owner()
  const { secret } = await must(setStoreSecret(w.ctx, owner, { storeId: store.id }))
  const sent = (key?: string) => hear(w, store.id, fromShopify('orders/create', shopifyOrder(), key))
  expect(await sent(secret)).toMatchObject({ ok: true })
  expect(await sent()).toMatchObject({ ok: true })
  w.clock.advance(86_400_000)
  expect(await sent()).toMatchObject({ ok: false, refusal: 'store_signature_wrong' })
  expect(await sent(secret)).toMatchObject({ ok: true })
  const foreign = await world()
  const theirs = await foreign.given.owner()
  expect(await setStoreSecret(w.ctx, theirs, { storeId: store.id })).toMatchObject({
    refusal: 'store_not_found'
  })
})
