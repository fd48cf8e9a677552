import { expect, test } from 'vitest'
import { world, type World } from '#test/world.ts'
import { newSecret, signatureHeaders } from '../webhooks/sign.ts'
import { forgetStoreMessages } from './index.ts'
import { isStandard } from './signatures.ts'
import {
  attributes,
  fromOwn,
  fromShopify,
  fromWoo,
  handedOver,
  hear,
  keptOf,
  shopifyOrder,
  time,
  wooOrder
} from './testing.ts'

const log = (w: World) =>
  w.ctx.db
    .selectFrom('store_messages')
    .select(['state', 'problem', 'topic', 'message_id'])
    .where('shop_id', '=', w.shopId)
    .execute()

test('what is forged, unsigned or changed on its way is refused and changes nothing; a day notes at most twenty', async () => {
  const w = await world()
  const { store, code } = await handedOver(w)
  const paid = shopifyOrder({ ...attributes(code), financial_status: 'paid' })
  const genuine = fromShopify('orders/paid', paid)
  const { 'x-shopify-hmac-sha256': signature = '', ...unsigned } = genuine.headers
  const forged = [
    fromShopify('orders/paid', paid, 'another secret'),
    { ...genuine, headers: unsigned },
    { ...genuine, body: Buffer.from(genuine.body.toString().replace('49.90', '99.90')) },
    { ...genuine, headers: { ...genuine.headers, 'x-shopify-hmac-sha256': signature.slice(0, -4) } },
    { ...genuine, headers: { ...genuine.headers, 'x-shopify-topic': '<script>' }, body: Buffer.from('{}') }
  ]
  const tries = Array.from({ length: 6 }, () => forged).flat()
  for (const message of tries)
    expect(await hear(w, store.id, message)).toMatchObject({ ok: false, refusal: 'store_signature_wrong' })
  await Promise.all(tries.map((message) => hear(w, store.id, message)))
  const noted = await log(w)
  expect(noted).toHaveLength(20)
  expect(new Set(noted.map(({ topic }) => topic))).toEqual(new Set(['orders/paid', '']))
  expect(await keptOf(w)).toMatchObject({ orders: [], ledger: [] })
  w.clock.advance(86_400_000)
  await hear(w, store.id, forged[0]!)
  expect(await log(w)).toHaveLength(21)
  // A refused message has not used up its id.
  expect(await hear(w, store.id, genuine)).toMatchObject({ ok: true, value: { state: 'taken' } })
})

test('what is signed and still no order is refused as unreadable, whatever it is', async () => {
  const w = await world()
  const { store } = await handedOver(w)
  const order = shopifyOrder()
  const garbage = ['', '{', 'null', '[]', '{"id":1}', '"text"', '\u0000'.repeat(50), '['.repeat(20_000)]
  const odd = [
    { ...order, currency: 'EURO' },
    { ...order, total_price: '1e9' },
    { ...order, total_price: 'NaN' },
    { ...order, created_at: 'yesterday' },
    { ...order, line_items: Array.from({ length: 1_001 }, () => ({ quantity: 1 })) },
    { ...order, updated_at: '2999-01-01T00:00:00Z' }
  ]
  for (const body of [...garbage, ...odd]) {
    const heard = await hear(w, store.id, fromShopify('orders/paid', body))
    expect(heard).toMatchObject({ ok: false, refusal: 'store_message_unreadable' })
  }
  expect((await keptOf(w)).orders).toEqual([])
})

test('a time of our own form without a zone is nobody’s, and refused', async () => {
  const w = await world()
  const { store } = await handedOver(w, 'url')
  const tell = (placedAt: string) => {
    const data = { id: 'A-17', currency: 'EUR', total: 100, status: 'paid', placedAt, changedAt: time(50) }
    return hear(w, store.id, fromOwn({ type: 'order.changed', data }, w.clock.now()))
  }
  for (const bad of ['2026-07-14T09:50:00', '2026-07-14 09:50', '2026-07-14', '2026-07-14T09:50:00 Z+9'])
    expect(await tell(bad), bad).toMatchObject({ refusal: 'store_message_unreadable' })
  for (const good of ['2026-07-14T09:50:00Z', '2026-07-14T11:50:00.000+02:00', '2026-07-14T11:50:00+0200'])
    expect(await tell(good), good).toMatchObject({ ok: true })
  expect((await keptOf(w)).orders).toMatchObject([{ placed_at: new Date(time(50)) }])
})

test('hostile words within a genuine order are cleaned or refused, and nothing of it breaks', async () => {
  const w = await world()
  const { store, code } = await handedOver(w)
  const nasty = '\u0000<b>\u202e\ud800' + 'x'.repeat(3_000)
  const line = { variant_id: nasty, sku: nasty, title: nasty, quantity: 1, price: '1.00' }
  const order = shopifyOrder({ ...attributes(code), name: nasty, financial_status: 'paid' })
  const told = [
    { ...order, line_items: [{ ...line, variant_id: 7 }] },
    { ...order, id: 'x'.repeat(3_000) },
    { ...order, line_items: [line] },
    { ...order, line_items: [{ ...line, variant_id: 7, quantity: 1e12 }] },
    { ...order, id: 3, note_attributes: [{ name: 'torilla', value: nasty }], landing_site: `/?ref=${nasty}` },
    { ...order, id: 4, total_price: '-5.00', subtotal_price: '-5.00' }
  ]
  const heard = []
  for (const one of told) heard.push((await hear(w, store.id, fromShopify('orders/paid', one))).ok)
  expect(heard).toEqual([true, false, false, false, true, true])
  const { orders, lines } = await keptOf(w)
  expect(orders.every(({ number, total }) => number.length <= 100 && total >= 0)).toBe(true)
  expect(lines[0]!.title).toMatch(/^<b>\ufffdx+/)
  expect(lines[0]!.title.length).toBeLessThanOrEqual(255)
})

test('a store without a secret is believed nothing', async () => {
  const w = await world()
  const store = await w.given.store({ kind: 'shopify', secret: null })
  const heard = await hear(w, store.id, fromShopify('orders/paid', shopifyOrder(), ''))
  expect(heard).toMatchObject({ ok: false, refusal: 'store_without_secret' })
})

test('a signed order of WooCommerce cannot be sent again as its own deletion', async () => {
  const w = await world()
  const { store, code } = await handedOver(w, 'woocommerce')
  const meta = { meta_data: [{ key: '_wc_order_attribution_utm_id', value: code }] }
  const genuine = fromWoo('order.updated', wooOrder({ ...meta, status: 'processing' }))
  await hear(w, store.id, genuine)
  const headers = {
    ...genuine.headers,
    'x-wc-webhook-topic': 'order.deleted',
    'x-wc-webhook-delivery-id': 'new'
  }
  expect(await hear(w, store.id, { ...genuine, headers })).toMatchObject({ refusal: 'store_message_unreadable' }) // prettier-ignore
  expect(await keptOf(w)).toMatchObject({ orders: [{ state: 'paid' }], sums: { earned: 3_586 } })
})

test('Standard Webhooks: too early, too late, replayed under another id, or in our own way of signing', async () => {
  const w = await world()
  const { store } = await handedOver(w, 'ucp')
  const body = { type: 'order.deleted', data: { id: 'x' } }
  const now = w.clock.now()
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
  for (const seconds of [-301, 301, -86_400])
    expect(await hear(w, store.id, fromOwn(body, at(seconds)))).toMatchObject({ ok: false })
  for (const seconds of [-299, 0, 299])
    expect(await hear(w, store.id, fromOwn(body, at(seconds)))).toMatchObject({ ok: true })
  const genuine = fromOwn(body, now)
  const renamed = { ...genuine, headers: { ...genuine.headers, 'webhook-id': 'msg_other' } }
  expect(await hear(w, store.id, renamed)).toMatchObject({ refusal: 'store_signature_wrong' })
  expect(await hear(w, store.id, genuine)).toMatchObject({ value: { state: 'taken' } })
  expect(await hear(w, store.id, genuine)).toMatchObject({ value: { state: 'repeated' } })

  const secrets = [newSecret(w.ctx), newSecret(w.ctx)]
  const text = JSON.stringify(body)
  const ours = signatureHeaders({ id: 'msg_1', at: now, body: text, secrets })
  const signature = {
    id: ours['webhook-id']!,
    timestamp: ours['webhook-timestamp']!,
    signature: ours['webhook-signature']!
  }
  expect(isStandard(Buffer.from(text), signature, { secrets: [secrets[1]!], now })).toBe(true)
  expect(isStandard(Buffer.from(text), signature, { secrets: [newSecret(w.ctx)], now })).toBe(false)
})

test('what was heard more than thirty days ago is forgotten, and an old message told again still changes nothing', async () => {
  const w = await world()
  const { store, code } = await handedOver(w)
  const order = shopifyOrder({ ...attributes(code), financial_status: 'paid' })
  const paid = fromShopify('orders/paid', order)
  await hear(w, store.id, paid)
  await hear(w, store.id, fromShopify('orders/cancelled', { ...order, cancelled_at: time(55), updated_at: time(55) })) // prettier-ignore
  w.clock.advance(29 * 86_400_000)
  await forgetStoreMessages(w.ctx, w.shopId)
  expect(await log(w)).toHaveLength(2)
  w.clock.advance(2 * 86_400_000)
  await forgetStoreMessages(w.ctx, w.shopId)
  expect(await log(w)).toHaveLength(0)
  const before = await keptOf(w)
  expect(await hear(w, store.id, paid)).toMatchObject({ value: { state: 'taken' } })
  expect((await keptOf(w)).ledger).toEqual(before.ledger)
  expect((await keptOf(w)).orders).toMatchObject([{ state: 'cancelled' }])
})
