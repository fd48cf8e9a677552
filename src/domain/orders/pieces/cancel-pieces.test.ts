import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setCoupon } from '#domain/carts/index.ts'
import { placeOrder } from '#domain/checkout/index.ts'
import { listZones, saveRate } from '#domain/delivery/index.ts'
import { createCoupon, findCoupon } from '#domain/coupons/index.ts'
import { ranked, totals, windowOf } from '#domain/metrics/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { payInput } from '#test/checkout.ts'
import { expectStockToAddUp, levelOf } from '#test/stock.ts'
import { world, type World } from '#test/world.ts'
import {
  cancelOrder,
  cancelPieces,
  findOrder,
  fulfilOrder,
  markPaid,
  readHistory,
  refundOrder
} from '../index.ts'

const INVOICE = { payment: { provider: 'invoice', instrument: {} } }

/** An order of three tees, 9.99 in all less a tenth, sent for 5.00. */
async function ordered(w: World, pay: object = INVOICE) {
  const owner = await w.given.owner()
  const tee = await w.given.product({ stock: 5, price: 3_333 })
  await delivery(w, owner)
  await createCoupon(w.ctx, owner, { code: 'TENTH', kind: 'percent', value: 10, maxUses: 5 })
  const guest = w.given.guest()
  const { token } = await w.given.cart([{ ...tee, quantity: 3 }], { actor: guest })
  await setCoupon(w.ctx, guest, { token, code: 'TENTH' })
  const placed = await placeOrder(w.ctx, guest, await payInput(w.ctx, guest, token, pay))
  if (!placed.ok) throw new Error(placed.refusal)
  const id = placed.value.orderId
  const look = async () => (await findOrder(w.ctx, w.shopId, id))!
  const lineId = (await look()).lines[0]!.id
  const cancel = (quantity: number, more: object = {}) =>
    cancelPieces(w.ctx, owner, { orderId: id, lines: [{ lineId, quantity }], restock: true, ...more })
  const send = (quantity: number) => fulfilOrder(w.ctx, owner, { orderId: id, lines: [{ lineId, quantity }] })
  return { ...tee, owner, id, look, lineId, cancel, send }
}

/** Every way of delivery of this shop costs 5.00. */
async function delivery(w: World, owner: Awaited<ReturnType<World['given']['owner']>>) {
  for (const zone of await listZones(w.ctx, w.shopId)) {
    for (const { id, name } of zone.rates) {
      await saveRate(w.ctx, owner, { id, zoneId: zone.id, name, kind: 'flat', price: 500 })
    }
  }
}

const money = async (w: World) =>
  (await w.ledger())
    .filter(({ kind }) => ['order', 'refund', 'pieces_cancelled', 'order_cancelled'].includes(kind))
    .map(({ kind, amount }) => [kind, amount])
const letters = async (w: World, id: string) =>
  (
    await w.ctx.db
      .selectFrom('outbox')
      .select('payload')
      .where('shop_id', '=', w.shopId)
      .where('topic', '=', 'order.letter')
      .execute()
  )
    .map(({ payload }) => payload as { orderId: string; letter: string })
    .filter(({ orderId }) => orderId === id)
    .map(({ letter }) => letter.split(':')[0])

test('the rest of a part-sent invoice is cancelled: less is owed, the goods are free, and what was sent can be paid and is the sale', async () => {
  const w = await world()
  const { cancel, send, look, variantId, owner, id } = await ordered(w)
  expect(await look()).toMatchObject({ goods: 9_999, discount: 1_000, shipping: 500, total: 9_499 })
  await send(1)
  expect(await cancelOrder(w.ctx, owner, { orderId: id })).toEqual(refused('already_sent'))
  expect(await cancel(2, { reason: 'Sold out', seen: 1 })).toEqual(done({ amount: 5_999, refundId: null }))
  // A third of 89.99 is 30.00; with the delivery 35.00 is owed, 7.11 of it VAT.
  expect(await look()).toMatchObject({
    ...{ state: 'placed', paymentState: 'pending', fulfilmentState: 'fulfilled', refunded: 0, captured: 0 },
    ...{ cancelled: 5_999, total: 3_500, tax: 711, taxes: [{ basisPoints: 2_550, gross: 3_500, tax: 711 }] },
    lines: [{ fulfilled: 1, cancelled: 2 }]
  })
  expect(await levelOf(w, variantId)).toEqual({ onHand: 4, reserved: 0 })
  expect(await markPaid(w.ctx, owner, { orderId: id })).toEqual(done(null))
  expect(await look()).toMatchObject({ state: 'completed', paymentState: 'paid', captured: 3_500 })
  expect(await money(w)).toEqual([
    ['pieces_cancelled', null],
    ['order', 2_390]
  ])
  await w.settle()
  const window = windowOf(w.clock.now(), 'Europe/Helsinki')
  expect((await totals(w.ctx, w.shopId, window)).now).toMatchObject({ orders: 1, revenue: 2_390 })
  expect(await ranked(w.ctx, w.shopId, window, 'product')).toMatchObject([{ orders: 1, revenue: 2_390 }])
  const { events } = await readHistory(w.ctx, w.shopId, id)
  const told = events.find(({ kind }) => kind === 'pieces_cancelled')
  expect(told).toMatchObject({
    actor: 'Olga Owner',
    data: { pieces: 2, amount: 5_999, owed: 3_500, reason: 'Sold out' }
  })
  expect(await letters(w, id)).toEqual(['placed', 'fulfilled', 'pieces_cancelled'])
  await expectStockToAddUp(w)
})

test('a double click, or a tab from before pieces were sent or cancelled, cancels once or nothing', async () => {
  const w = await world()
  const { cancel, send, look, variantId, lineId } = await ordered(w)
  const twice = await Promise.all([cancel(1, { seen: 0 }), cancel(1, { seen: 0 }), cancel(1, { seen: 0 })])
  expect(twice.filter((t) => t.ok)).toHaveLength(1)
  expect(twice.filter((t) => !t.ok)).toEqual([refused('order_changed'), refused('order_changed')])
  await send(1)
  expect(await cancel(1, { seen: 1 })).toEqual(refused('order_changed'))
  expect(await cancel(2)).toEqual(refused('too_many_pieces'))
  expect(await cancel(1, { lines: [] })).toEqual(refused('nothing_chosen'))
  expect(await cancel(1, { lines: [{ lineId: w.ctx.ids.next(), quantity: 1 }] })).toEqual(
    refused('too_many_pieces')
  )
  for (const quantity of [0, -1, 1.5])
    expect(await cancel(1, { lines: [{ lineId, quantity }] })).toMatchObject({ refusal: 'invalid' })
  expect(await look()).toMatchObject({ lines: [{ fulfilled: 1, cancelled: 1 }], total: 6_499 })
  expect(await levelOf(w, variantId)).toEqual({ onHand: 4, reserved: 1 })
  await expectStockToAddUp(w)
})

test('some pieces of an unsent, unpaid order are cancelled, and it goes on with the rest; without its last it is called off', async () => {
  const w = await world()
  const { cancel, look, variantId, owner, id } = await ordered(w)
  expect(await cancel(1)).toMatchObject({ ok: true })
  expect(await look()).toMatchObject({ state: 'placed', fulfilmentState: 'unfulfilled', total: 6_499 })
  expect((await findCoupon(w.ctx.db, w.shopId, 'TENTH'))!.used).toBe(1)
  expect(await cancel(2)).toEqual(done({ amount: 6_499, refundId: null }))
  expect(await look()).toMatchObject({ state: 'cancelled', paymentState: 'void', refunded: 0 })
  expect((await findCoupon(w.ctx.db, w.shopId, 'TENTH'))!.used).toBe(0)
  expect(await levelOf(w, variantId)).toEqual({ onHand: 5, reserved: 0 })
  expect(await money(w)).toEqual([
    ['pieces_cancelled', null],
    ['order_cancelled', null]
  ])
  expect(await cancel(1)).toEqual(refused('not_open'))
  expect(await markPaid(w.ctx, owner, { orderId: id })).toEqual(refused('not_pending'))
  await expectStockToAddUp(w)
})

test('the rest of a paid, part-sent order is cancelled: its money goes back, and the order is sent and done', async () => {
  const w = await world()
  const { cancel, send, look, variantId, id } = await ordered(w, {})
  await send(1)
  const cancelled = await cancel(2)
  expect(cancelled).toMatchObject({ value: { amount: 5_999 } })
  expect(await look()).toMatchObject({
    ...{ state: 'completed', paymentState: 'part_refunded', fulfilmentState: 'fulfilled', refunded: 5_999 },
    ...{ cancelled: 0, total: 9_499, lines: [{ fulfilled: 1, cancelled: 2, refunded: 2 }] }
  })
  expect(await levelOf(w, variantId)).toEqual({ onHand: 4, reserved: 0 })
  const rows = await money(w)
  expect(rows.map(([kind]) => kind)).toEqual(['order', 'pieces_cancelled', 'refund'])
  expect(rows.reduce((sum, [, amount]) => sum + Number(amount ?? 0), 0)).toBe(2_390)
  expect(await letters(w, id)).toEqual(['placed', 'fulfilled', 'pieces_cancelled', 'refunded'])
  expect(await cancel(1)).toEqual(refused('not_open'))
  await expectStockToAddUp(w)
})

test('pieces whose money went back before as a plain sum are cancelled without giving it back twice', async () => {
  const w = await world()
  const { cancel, send, look, owner, id } = await ordered(w, {})
  await send(1)
  expect(await refundOrder(w.ctx, owner, { orderId: id, amount: 9_000, restock: false })).toMatchObject({
    ok: true
  })
  expect(await cancel(1)).toMatchObject({ value: { amount: 499 } })
  expect(await cancel(1)).toEqual(done({ amount: 0, refundId: null }))
  expect(await look()).toMatchObject({ state: 'completed', paymentState: 'refunded', refunded: 9_499 })
  expect((await money(w)).reduce((sum, [, amount]) => sum + Number(amount ?? 0), 0)).toBe(0)
})

test('pieces that are broken or lost are cancelled and never sold, also when they are all of the order', async () => {
  const w = await world()
  const { cancel, look, variantId } = await ordered(w)
  await cancel(1, { restock: false })
  expect(await levelOf(w, variantId)).toEqual({ onHand: 4, reserved: 2 })
  await cancel(2, { restock: false })
  expect(await look()).toMatchObject({ state: 'cancelled' })
  expect(await levelOf(w, variantId)).toEqual({ onHand: 2, reserved: 0 })
  await expectStockToAddUp(w)
})

test('an order of which only a gift was sent owes nothing after the rest is cancelled, and waits for no money', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const [gift, tee] = [await w.given.product({ price: 0 }), await w.given.product({ price: 2_000 })]
  const { id } = await w.given.order([gift, tee], { pay: INVOICE })
  const lines = (await findOrder(w.ctx, w.shopId, id))!.lines
  const of = (variantId: string) => [
    { lineId: lines.find((l) => l.variantId === variantId)!.id, quantity: 1 }
  ]
  await fulfilOrder(w.ctx, owner, { orderId: id, lines: of(gift.variantId) })
  await cancelPieces(w.ctx, owner, { orderId: id, lines: of(tee.variantId), restock: true })
  expect(await findOrder(w.ctx, w.shopId, id)).toMatchObject({
    ...{ state: 'completed', paymentState: 'paid', total: 0, captured: 0, cancelled: 2_000 }
  })
  expect(await money(w)).toEqual([
    ['pieces_cancelled', null],
    ['order', 0]
  ])
})

test('pieces go back to the place they were set aside at', async () => {
  const w = await world()
  const { cancel, send, variantId } = await ordered(w)
  const at = async () =>
    await w.ctx.db
      .selectFrom('stock')
      .select(['location_id', 'on_hand', 'reserved'])
      .where('shop_id', '=', w.shopId)
      .where('variant_id', '=', variantId)
      .orderBy('location_id')
      .execute()
  const held = await w.ctx.db
    .selectFrom('reservations')
    .select(['location_id', 'quantity'])
    .where('shop_id', '=', w.shopId)
    .execute()
  await send(1)
  const before = await at()
  await cancel(2)
  expect(await at()).toEqual(
    before.map((row) =>
      row.location_id === held[0]!.location_id ? { ...row, reserved: row.reserved - 2 } : row
    )
  )
})

test('another shop’s owner cancels nothing here', async () => {
  const [w, other] = [await world(), await world()]
  const { id, lineId } = await ordered(w)
  const stranger = await other.given.owner()
  const input = { orderId: id, lines: [{ lineId, quantity: 1 }], restock: true }
  expect(await cancelPieces(w.ctx, stranger, input)).toEqual(refused('not_found'))
})

test(
  'however pieces are sent, cancelled, paid for and given back, money, goods and results agree to the cent',
  { timeout: 120_000 },
  async () => {
    const deed = fc.record({
      kind: fc.constantFrom('send', 'cancel', 'cancel', 'pay', 'sum', 'back'),
      line: fc.nat(1),
      quantity: fc.integer({ min: 1, max: 3 }),
      amount: fc.integer({ min: 1, max: 4_000 })
    })
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(deed, { maxLength: 9 }), async (card, deeds) => {
        const w = await world()
        const owner = await w.given.owner()
        await delivery(w, owner)
        const goods = [
          await w.given.product({ price: 3_333, stock: 9 }),
          await w.given.product({ price: 1_799, stock: 9 })
        ]
        const items = goods.map((one, i) => ({ ...one, quantity: i + 2 }))
        const { id } = await w.given.order(items, { pay: card ? {} : INVOICE })
        const agreed = (await findOrder(w.ctx, w.shopId, id))!
        for (const { kind, line, quantity, amount } of deeds) {
          const lines = [{ lineId: agreed.lines[line]!.id, quantity }]
          if (kind === 'send') await fulfilOrder(w.ctx, owner, { orderId: id, lines })
          if (kind === 'cancel') await cancelPieces(w.ctx, owner, { orderId: id, lines, restock: true })
          if (kind === 'pay') await markPaid(w.ctx, owner, { orderId: id })
          if (kind === 'sum') await refundOrder(w.ctx, owner, { orderId: id, amount, restock: true })
          if (kind === 'back') await refundOrder(w.ctx, owner, { orderId: id, lines, restock: true })
        }
        await expectStockToAddUp(w)
        const order = (await findOrder(w.ctx, w.shopId, id))!
        expect(order.goods - order.discount + order.shipping - order.cancelled).toBe(order.total)
        expect(order.captured).toBe(['pending', 'void'].includes(order.paymentState) ? 0 : order.total)
        expect(order.refunded).toBeLessThanOrEqual(order.captured)
        if (order.state === 'placed') {
          const open = order.lines.some((l) => l.quantity > l.fulfilled + l.cancelled)
          expect(open || order.paymentState === 'pending').toBe(true)
        }
        await w.settle()
        const window = windowOf(w.clock.now(), 'Europe/Helsinki')
        const { revenue } = (await totals(w.ctx, w.shopId, window)).now
        const products = await ranked(w.ctx, w.shopId, window, 'product')
        expect(products.reduce((sum, product) => sum + product.revenue, 0)).toBe(revenue)
      }),
      { numRuns: 12 }
    )
  }
)
