import { createHmac } from 'node:crypto'
import { noteCartTouch, recordTouch } from '#domain/attribution/index.ts'
import type { StoreKind } from '#domain/stores/index.ts'
import type { World } from '#test/world.ts'
import { findInbox, hearMessage } from './index.ts'
import type { Message } from './open-message.ts'

export const SECRET = 'a secret of theirs'

const AN_HOUR = 3_600_000

/** A store, a cart that was handed over to it an hour ago from a post, and the code that travels along. */
export async function handedOver(w: World, kind: StoreKind = 'shopify') {
  const { ctx, given, shopId, clock } = w
  clock.advance(-AN_HOUR)
  const store = await given.store({ kind, secret: SECRET })
  const campaignId = await given.campaignRow()
  const postId = await given.publishedPost({ campaignId })
  const clickId = await recordTouch(ctx, ctx.db, given.guest(), { postId, network: 'mastodon' })
  const code = ctx.ids.code(12)
  const handOver = {
    id: ctx.ids.next(),
    cart_id: ctx.ids.next(),
    code,
    click_id: clickId,
    handed_at: clock.now()
  }
  await ctx.db
    .insertInto('hand_overs')
    .values({ shop_id: shopId, store_id: store.id, lines: '[]', ...handOver })
    .execute()
  await ctx.db
    .transaction()
    .execute((tx) => noteCartTouch(ctx, tx, { shopId, cartId: handOver.cart_id, clickId }))
  clock.advance(AN_HOUR)
  return { store, code, postId, campaignId, handOverId: handOver.id }
}

type Fields = Record<string, unknown>

/** An order as Shopify tells it: 49.90 with VAT within, 4.90 of it delivery. */
export const shopifyOrder = (fields: Fields = {}): Fields => ({
  id: 5678901234,
  name: '#1001',
  order_number: 1001,
  currency: 'EUR',
  total_price: '49.90',
  subtotal_price: '45.00',
  total_tax: '10.14',
  taxes_included: true,
  total_discounts: '5.00',
  financial_status: 'pending',
  cancelled_at: null,
  created_at: '2026-07-14T11:50:00+02:00',
  updated_at: '2026-07-14T11:50:00+02:00',
  test: false,
  email: 'veera@example.org',
  billing_address: { name: 'Veera Virtanen', address1: 'Mannerheimintie 1' },
  refunds: [],
  note_attributes: [],
  landing_site: '/',
  shipping_lines: [{ tax_lines: [{ price: '1.00' }] }],
  line_items: [
    { variant_id: 40001, sku: 'TEE', title: 'Tee', quantity: 2, price: '15.00', total_discount: '0.00', tax_lines: [{ price: '6.10' }] }, // prettier-ignore
    { variant_id: 40002, sku: 'MUG', title: 'Mug', quantity: 1, price: '20.00', total_discount: '5.00', tax_lines: [{ price: '3.04' }] } // prettier-ignore
  ],
  ...fields
})

/** What its goods earn: 45.00 less 9.14 of VAT. */
export const SHOPIFY_GOODS = 3_586

export const attributes = (code: string) => ({ note_attributes: [{ name: 'torilla', value: code }] })
export const time = (minute: number) => `2026-07-14T09:${String(minute).padStart(2, '0')}:00Z`
export const refundOf = (id: number, amount: string) => ({
  id,
  created_at: time(40),
  transactions: [{ kind: 'refund', status: 'success', amount, currency: 'EUR' }]
})

/** An order as WooCommerce tells it: the same sums, without VAT by line. */
export const wooOrder = (fields: Fields = {}): Fields => ({
  id: 731,
  number: '731',
  status: 'pending',
  currency: 'EUR',
  total: '49.90',
  total_tax: '10.14',
  shipping_total: '3.90',
  date_created_gmt: '2026-07-14T09:50:00',
  date_modified_gmt: '2026-07-14T09:50:00',
  date_paid_gmt: null,
  billing: { first_name: 'Veera', email: 'veera@example.org' },
  line_items: [
    { product_id: 7, variation_id: 0, sku: 'TEE', name: 'Tee', quantity: 2, total: '23.90' },
    { product_id: 8, variation_id: 81, sku: 'MUG', name: 'Mug', quantity: 1, total: '11.96' }
  ],
  fee_lines: [],
  refunds: [],
  meta_data: [],
  ...fields
})

const hmac = (body: string, secret: string) => createHmac('sha256', secret).update(body).digest('base64')
let n = 0

export function fromShopify(topic: string, body: unknown, secret = SECRET, id = `delivery-${++n}`): Message {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-webhook-id': id,
    'x-shopify-hmac-sha256': hmac(text, secret)
  }
  return { headers, body: Buffer.from(text) }
}

export function fromWoo(topic: string, body: unknown, secret = SECRET, id = `delivery-${++n}`): Message {
  const text = JSON.stringify(body)
  const headers = {
    'content-type': 'application/json',
    'x-wc-webhook-topic': topic,
    'x-wc-webhook-delivery-id': id,
    'x-wc-webhook-signature': hmac(text, secret)
  }
  return { headers, body: Buffer.from(text) }
}

/** Signed as Standard Webhooks has it, with words of the owner's own for a secret. */
export function fromOwn(body: unknown, at: Date, secret = SECRET, id = `msg_${++n}`): Message {
  const text = JSON.stringify(body)
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${hmac(`${id}.${timestamp}.${text}`, secret)}`
  }
  return { headers, body: Buffer.from(text) }
}

/** Hands a message to a store's inbox, as the route does. */
export async function hear(w: World, storeId: string, message: Message) {
  const { inbox } = await w.ctx.db
    .selectFrom('stores')
    .select('inbox')
    .where('shop_id', '=', w.shopId)
    .where('id', '=', storeId)
    .executeTakeFirstOrThrow()
  const store = (await findInbox(w.ctx, w.shopId, inbox))!
  return hearMessage(w.ctx, { shopId: w.shopId, currency: 'EUR', store }, message)
}

/** What is kept of a shop's orders elsewhere, and what the ledger says of them. */
export async function keptOf(w: World) {
  const orders = await w.ctx.db
    .selectFrom('store_orders')
    .selectAll()
    .where('shop_id', '=', w.shopId)
    .orderBy('outside_id')
    .execute()
  const lines = await w.ctx.db
    .selectFrom('store_order_lines')
    .selectAll()
    .where('shop_id', '=', w.shopId)
    .orderBy('order_id')
    .orderBy('n')
    .execute()
  const ledger = (await w.ledger()).filter(({ kind }) => kind.startsWith('store_'))
  const sold = ledger.filter(({ kind }) => kind === 'store_order')
  return {
    orders,
    lines,
    ledger,
    sums: { sales: sold.length, earned: ledger.reduce((sum, { amount }) => sum + (amount ?? 0), 0) }
  }
}
