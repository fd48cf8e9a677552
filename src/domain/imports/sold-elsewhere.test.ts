import { expect, test } from 'vitest'
import { world, type World } from '#test/world.ts'
import {
  attributes,
  fromShopify,
  fromWoo,
  handedOver,
  hear,
  keptOf,
  refundOf,
  shopifyOrder,
  time,
  wooOrder
} from '../store-orders/testing.ts'
import { previewImport } from './index.ts'
import { bringIn, lookAt } from './testing.ts'

const HEADINGS =
  'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Note Attributes,Cancelled at,Refunded Amount,Id,Billing Name\n'

/** Shopify's export of the same order that its webhooks tell of. */
function row(
  code: string,
  { id = '5678901234', name = '#1001', status = 'paid', refunded = '0.00' } = {}
): string {
  const note = code ? `"gift: yes\ntorilla: ${code}"` : ''
  return (
    `${name},veera@example.org,${status},2026-07-14 11:51:00 +0200,EUR,45.00,4.90,10.14,49.90,2026-07-14 11:50:00 +0200,2,Tee,15.00,TEE,${note},,${refunded},${id},Veera Virtanen\n` +
    `${name},,,,,,,,,,1,Mug,15.00,MUG,,,,,\n`
  )
}

const imported = async (w: World, text: string) => bringIn(w.ctx, await w.given.owner(), text)

test('an order in a file that carries a hand-over’s code is a sale of its post on the day it was placed, once', async () => {
  const w = await world()
  const { code, postId, handOverId } = await handedOver(w)
  const file = HEADINGS + row(code) + row('', { id: '2', name: '#1002' })
  expect(await imported(w, file)).toMatchObject({ kind: 'orders', created: 2, skipped: 0 })
  expect(await imported(w, file)).toMatchObject({ unchanged: 2 })
  const { orders, ledger } = await keptOf(w)
  expect(orders).toMatchObject([
    { number: '#1001', outside_id: '5678901234', state: 'paid', heard_by: 'import', hand_over_id: handOverId }
  ])
  expect(ledger).toMatchObject([{ kind: 'store_order', post_id: postId, occurred_at: new Date(time(50)) }])
  expect(JSON.stringify(orders)).not.toMatch(/veera|virtanen/i)
})

test.each(['file first', 'webhook first'])(
  'the same order by webhook and by file counts once, with its refund: %s',
  async (which) => {
    const w = await world()
    const { store, code } = await handedOver(w)
    const paid = shopifyOrder({ ...attributes(code), financial_status: 'paid', updated_at: time(51) })
    const steps = [
      () => imported(w, HEADINGS + row(code, { refunded: '24.95', status: 'partially_refunded' })),
      () => hear(w, store.id, fromShopify('orders/paid', { ...paid, updated_at: time(55) })),
      () => hear(w, store.id, fromShopify('refunds/create', { ...refundOf(9, '24.95'), order_id: paid.id }))
    ]
    for (const step of which === 'file first' ? steps : steps.toReversed()) await step()
    expect(await keptOf(w)).toMatchObject({
      orders: [{ state: 'part_refunded', refunded: 2_495, goods: 3_586 }],
      sums: { sales: 1, earned: 1_793 }
    })
  }
)

test.each(['file first', 'webhook first'])(
  'a file that knows an order by its number only means the one that a webhook knows by its id: %s',
  async (which) => {
    const w = await world()
    const { store, code } = await handedOver(w, 'woocommerce')
    const meta = { meta_data: [{ key: '_wc_order_attribution_utm_id', value: code }] }
    const file =
      'Order Number,Order Status,Order Date,Order Total Amount,Order Total Tax Amount,Order Shipping Amount,Item Name,Quantity,Item Cost,meta:_wc_order_attribution_utm_id\n' +
      `731,Completed,2026-07-14 09:50,49.90,10.14,3.90,Tee,2,11.95,${code}\n`
    const steps = [
      () => imported(w, file),
      () => hear(w, store.id, fromWoo('order.updated', wooOrder({ ...meta, status: 'processing' })))
    ]
    for (const step of which === 'file first' ? steps : steps.toReversed()) await step()
    expect(await keptOf(w)).toMatchObject({
      orders: [{ outside_id: '731', number: '731' }],
      sums: { sales: 1, earned: 3_586 }
    })
  }
)

test.each(['file first', 'webhook first'])(
  'a file that has another id for an order means the one of the same number and hand-over: %s',
  async (which) => {
    const w = await world()
    const { store, code } = await handedOver(w)
    const paid = shopifyOrder({ ...attributes(code), financial_status: 'paid', updated_at: time(55) })
    const file = HEADINGS + row(code, { id: '77', refunded: '24.95', status: 'partially_refunded' })
    const steps = [
      () => imported(w, file),
      () => hear(w, store.id, fromShopify('orders/paid', paid)),
      () => hear(w, store.id, fromShopify('refunds/create', { ...refundOf(9, '24.95'), order_id: paid.id }))
    ]
    for (const step of which === 'file first' ? steps : steps.toReversed()) await step()
    expect(await keptOf(w)).toMatchObject({
      orders: [{ outside_id: '5678901234', state: 'part_refunded', refunded: 2_495 }],
      sums: { sales: 1, earned: 1_793 }
    })
    // The same number that came by no hand-over is another order.
    await hear(w, store.id, fromShopify('orders/paid', shopifyOrder({ id: 78, financial_status: 'paid' })))
    await imported(w, HEADINGS + row(code, { id: '79', name: '#1002' }))
    expect((await keptOf(w)).orders.map(({ outside_id }) => outside_id)).toEqual(['5678901234', '78', '79'])
  }
)

const wooFile = (date: string, code: string) =>
  'Order Number,Order Status,Order Date,Order Total Amount,Item Name,Quantity,Item Cost,meta:_wc_order_attribution_utm_id\n' +
  `731,Completed,${date},49.90,Tee,2,11.95,${code}\n`

test('an order of which a file knows the day only is still credited to what led to it that day', async () => {
  const w = await world()
  const { code, postId } = await handedOver(w, 'woocommerce')
  await imported(w, wooFile('2026-07-14', code))
  const { ledger } = await keptOf(w)
  expect(ledger).toMatchObject([
    { post_id: postId, network: 'mastodon', occurred_at: new Date('2026-07-14T00:00Z') }
  ])
})

test('an order of a file whose day is yet to come is no sale, and a later file still tells of it', async () => {
  const w = await world()
  const { code } = await handedOver(w, 'woocommerce')
  await imported(w, wooFile('2062-07-14', code))
  expect(await keptOf(w)).toMatchObject({ orders: [], ledger: [] })
  await imported(w, wooFile('2026-07-14', code))
  expect(await keptOf(w)).toMatchObject({ sums: { sales: 1 } })
})

test('a preview says how many orders came from here, and keeps none of them', async () => {
  const w = await world()
  const { code } = await handedOver(w)
  const foreign = await handedOver(await world())
  const rows = [code, foreign.code, ''].map((one, n) => row(one, { id: String(n + 1), name: `#${n + 1}` }))
  const owner = await w.given.owner()
  const id = await lookAt(w.ctx, owner, HEADINGS + rows.join(''))
  expect(await previewImport(w.ctx, w.shopId, id)).toMatchObject({
    counts: { products: 3, here: 0, sales: 1 }
  })
  expect(await keptOf(w)).toMatchObject({ orders: [], ledger: [] })
})
