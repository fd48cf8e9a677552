import fc from 'fast-check'
import { expect, test } from 'vitest'
import { world, type World } from '#test/world.ts'
import type { Message } from './open-message.ts'
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
} from './testing.ts'

/** What may be told of one order of Shopify in any life of it; several say it in the same second. */
function shopifyLife(code: string, id: number): Message[] {
  const order = shopifyOrder({ id, name: `#${id}` })
  const coded = { ...order, ...attributes(code) }
  const at = (minute: number, more: object) => ({ ...coded, updated_at: time(minute), ...more })
  const refunds = [refundOf(91, '10.00'), { ...refundOf(92, '7.45'), created_at: time(45) }]
  return [
    fromShopify('orders/create', order),
    fromShopify('orders/create', at(50, {})),
    fromShopify('orders/paid', at(50, { financial_status: 'paid' })),
    fromShopify(
      'orders/updated',
      at(52, { financial_status: 'paid', subtotal_price: '40.00', total_price: '44.90' })
    ),
    fromShopify('refunds/create', { ...refunds[0], order_id: id }),
    fromShopify('refunds/create', { ...refunds[1], order_id: id }),
    fromShopify('orders/updated', at(53, { financial_status: 'partially_refunded', refunds: [refunds[0]] })),
    fromShopify('orders/cancelled', at(54, { financial_status: 'refunded', cancelled_at: time(54), refunds }))
  ]
}

function wooLife(code: string, id: number): Message[] {
  const meta = { meta_data: [{ key: '_wc_order_attribution_utm_id', value: code }] }
  const order = wooOrder({ id, number: String(id), ...meta })
  const at = (minute: number, more: object) => ({
    ...order,
    date_modified_gmt: time(minute).slice(0, -1),
    ...more
  })
  return [
    fromWoo('order.created', order),
    fromWoo('order.updated', at(51, { status: 'processing' })),
    fromWoo('order.updated', at(52, { status: 'completed', refunds: [{ total: '-10.00' }] })),
    fromWoo('order.updated', at(53, { status: 'completed' })),
    fromWoo('order.updated', at(54, { status: 'cancelled' })),
    fromWoo('order.updated', at(54, { status: 'refunded', refunds: [{ total: '-49.90' }] })),
    fromWoo('order.deleted', { id }),
    fromWoo('order.restored', at(53, { status: 'processing' }))
  ]
}

/** What is left of an order once everything arrived, without what tells one run from another. */
async function left(w: World, id: number) {
  const { orders, lines, ledger } = await keptOf(w)
  const order = orders.find(({ outside_id }) => outside_id === String(id))
  if (!order) return null
  const { state, total, goods, refunded, paid, told, told_back, mark, hand_over_id } = order
  const mine = ledger.filter(({ subject_id }) => subject_id === order.id)
  return {
    ...{ state, total, goods, refunded, paid, told, told_back, mark: mark.slice(0, 26), came: hand_over_id },
    lines: lines.filter(({ order_id }) => order_id === order.id).map(({ title, total }) => [title, total]),
    sales: mine.filter(({ kind }) => kind === 'store_order').length,
    earned: mine.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    posts: [...new Set(mine.map(({ post_id }) => post_id))],
    // WooCommerce dates no refund: there it is of the message that told it.
    refundedAt: order.number.startsWith('#') ? refundedAt(mine) : null
  }
}

const refundedAt = (entries: { kind: string; occurred_at: Date }[]) =>
  [
    ...new Set(entries.filter(({ kind }) => kind === 'store_refund').map((e) => e.occurred_at.toISOString()))
  ].sort()

const lives = { shopify: shopifyLife, woocommerce: wooLife }

test.each(['shopify', 'woocommerce'] as const)(
  '%s: the same messages, repeated and in whatever order, leave the same order and the same sums',
  async (kind) => {
    const w = await world()
    const { store, code } = await handedOver(w, kind)
    let id = 1_000
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat({ max: lives[kind]('x', 1).length - 1 }), { minLength: 1 }),
        fc.array(fc.nat({ max: 99 }), { maxLength: 6 }),
        fc.infiniteStream(fc.nat({ max: 1_000 })),
        async (chosen, repeats, random) => {
          const [one, other] = [++id, ++id]
          const told = (of: number) => chosen.map((at) => lives[kind](code, of)[at]!)
          const straight = told(one)
          const mixed = told(other)
          for (const at of repeats) mixed.push(mixed[at % mixed.length]!)
          const keys = new Map(mixed.map((_, at) => [at, random.next().value]))
          const order = [...mixed.keys()].sort((a, b) => keys.get(a)! - keys.get(b)!)
          for (const message of straight) await hear(w, store.id, message)
          for (const at of order) await hear(w, store.id, mixed[at]!)
          const [expected, found] = [await left(w, one), await left(w, other)]
          expect(found).toEqual(expected)
          if (found) expect(found.earned).toBe((found.told ?? 0) - found.told_back)
        }
      ),
      { numRuns: 40 }
    )
  }
)

test.each(['shopify', 'woocommerce'] as const)(
  '%s: everything of a life at once leaves what one after the other leaves',
  async (kind) => {
    const w = await world()
    const { store, code } = await handedOver(w, kind)
    for (const message of lives[kind](code, 1)) await hear(w, store.id, message)
    for (let id = 2; id < 8; id++) {
      await Promise.all(lives[kind](code, id).map((message) => hear(w, store.id, message)))
      expect(await left(w, id)).toEqual(await left(w, 1))
    }
  }
)
