import { expect, test } from 'vitest'
import { createCoupon, findCoupon } from '#domain/coupons/index.ts'
import { setCoupon } from '#domain/carts/index.ts'
import { placeOrder } from '#domain/checkout/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { payInput } from '#test/checkout.ts'
import { expectStockToAddUp, levelOf } from '#test/stock.ts'
import { world, type World } from '#test/world.ts'
import {
  addNote,
  cancelOrder,
  countOrders,
  findOrder,
  fulfilOrder,
  listOrders,
  markPaid,
  readHistory
} from './index.ts'

const INVOICE = { payment: { provider: 'invoice', instrument: {} } }
const kinds = async (w: World) => (await w.ledger()).map(({ kind, amount }) => [kind, amount])
const history = async (w: World, id: string) =>
  (await readHistory(w.ctx, w.shopId, id)).events.map(({ kind, actor }) => [kind, actor])

test('an invoice that is paid becomes a sale, once, however often it is marked', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product()
  const { id } = await w.given.order([tee], { pay: INVOICE })
  expect(await countOrders(w.ctx, w.shopId)).toEqual({ unsent: 1, unpaid: 1 })
  const marks = await Promise.all(Array.from({ length: 4 }, () => markPaid(w.ctx, owner, { orderId: id })))
  expect(marks.filter((m) => m.ok)).toHaveLength(1)
  expect(marks.filter((m) => !m.ok && m.refusal === 'not_pending')).toHaveLength(3)
  expect(await findOrder(w.ctx, w.shopId, id)).toMatchObject({ paymentState: 'paid', captured: 3_400 })
  expect((await kinds(w)).at(-1)).toEqual(['order', 2_709])
  expect(await history(w, id)).toEqual([
    ['paid', 'Olga Owner'],
    ['placed', null]
  ])
})

test('an order is sent in parts: stock leaves piece by piece, and the last piece completes it', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const [tee, cap] = [await w.given.product({ stock: 5 }), await w.given.product({ stock: null })]
  const { id } = await w.given.order([{ ...tee, quantity: 3 }, cap])
  const order = (await findOrder(w.ctx, w.shopId, id))!
  const lineId = order.lines.find((line) => line.variantId === tee.variantId)!.id
  const send = (quantity: number) => fulfilOrder(w.ctx, owner, { orderId: id, lines: [{ lineId, quantity }] })
  expect(await send(4)).toEqual(refused('too_many_pieces'))
  expect(await send(2)).toMatchObject({ ok: true })
  expect(await levelOf(w, tee.variantId)).toEqual({ onHand: 3, reserved: 1 })
  expect(await findOrder(w.ctx, w.shopId, id)).toMatchObject({ fulfilmentState: 'part_fulfilled' })
  expect(await cancelOrder(w.ctx, owner, { orderId: id })).toEqual(refused('already_sent'))
  expect(await send(2)).toEqual(refused('too_many_pieces'))
  expect(await fulfilOrder(w.ctx, owner, { orderId: id, carrier: 'Posti', tracking: 'JJFI1' })).toMatchObject(
    {
      ok: true
    }
  )
  expect(await findOrder(w.ctx, w.shopId, id)).toMatchObject({
    state: 'completed',
    fulfilmentState: 'fulfilled'
  })
  expect(await fulfilOrder(w.ctx, owner, { orderId: id })).toEqual(refused('not_open'))
  expect(await levelOf(w, tee.variantId)).toEqual({ onHand: 2, reserved: 0 })
  expect((await readHistory(w.ctx, w.shopId, id)).fulfilments).toMatchObject([
    { carrier: 'Posti', tracking: 'JJFI1' },
    { lines: [{ lineId, quantity: 2 }] }
  ])
  await expectStockToAddUp(w)
})

test('four clerks who send the same order at once send it once', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product({ stock: 5 })
  const { id } = await w.given.order([{ ...tee, quantity: 3 }])
  const sent = await Promise.all(Array.from({ length: 4 }, () => fulfilOrder(w.ctx, owner, { orderId: id })))
  expect(sent.filter((s) => s.ok)).toHaveLength(1)
  expect(await levelOf(w, tee.variantId)).toEqual({ onHand: 2, reserved: 0 })
  await expectStockToAddUp(w)
})

test('a cancelled order gives back its goods, its coupon and its money, once', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product({ stock: 2 })
  await createCoupon(w.ctx, owner, { code: 'ONE', kind: 'amount', value: 400, maxUses: 1 })
  const guest = w.given.guest()
  const { token } = await w.given.cart([tee], { actor: guest })
  await setCoupon(w.ctx, guest, { token, code: 'ONE' })
  const placed = await placeOrder(w.ctx, guest, await payInput(w.ctx, guest, token))
  if (!placed.ok) throw new Error(placed.refusal)
  const { orderId } = placed.value
  const cancel = () => cancelOrder(w.ctx, owner, { orderId, reason: 'Wrong size' })
  const tries = await Promise.all([cancel(), cancel(), cancel()])
  expect(tries.filter((t) => t.ok)).toHaveLength(1)
  const order = await findOrder(w.ctx, w.shopId, orderId)
  expect(order).toMatchObject({ state: 'cancelled', paymentState: 'refunded', refunded: 3_000 })
  expect((await findCoupon(w.ctx.db, w.shopId, 'ONE'))!.used).toBe(0)
  expect(await levelOf(w, tee.variantId)).toEqual({ onHand: 2, reserved: 0 })
  const money = (await kinds(w)).filter(([kind]) => kind !== 'cart')
  expect(money).toEqual([
    ['order', 2_390],
    ['order_cancelled', null],
    ['refund', -2_390]
  ])
  expect(await history(w, orderId)).toEqual([
    ['refunded', 'Olga Owner'],
    ['refund_started', 'Olga Owner'],
    ['cancelled', 'Olga Owner'],
    ['placed', null]
  ])
  expect(await fulfilOrder(w.ctx, owner, { orderId })).toEqual(refused('not_open'))
  await expectStockToAddUp(w)
})

test('an order that is owed and cancelled is owed no more', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const { id } = await w.given.order([await w.given.product()], { pay: INVOICE })
  expect(await cancelOrder(w.ctx, owner, { orderId: id })).toEqual(done({ refundId: null }))
  expect(await findOrder(w.ctx, w.shopId, id)).toMatchObject({ state: 'cancelled', paymentState: 'void' })
  expect(await markPaid(w.ctx, owner, { orderId: id })).toEqual(refused('not_pending'))
})

test('goods sold without stock take what has come in when they are sent', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product({ stock: 1, continueSelling: true })
  const { id } = await w.given.order([{ ...tee, quantity: 3 }])
  expect(await levelOf(w, tee.variantId)).toEqual({ onHand: 1, reserved: 1 })
  const { receiveStock } = await import('#domain/stock/index.ts')
  await receiveStock(w.ctx, owner, { variantId: tee.variantId, quantity: 10 })
  await fulfilOrder(w.ctx, owner, { orderId: id })
  expect(await levelOf(w, tee.variantId)).toEqual({ onHand: 8, reserved: 0 })
  await expectStockToAddUp(w)
})

test('orders are found by number, e-mail, name and SKU, filtered, and paged without a gap', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product({ stock: 100 })
  const cap = await w.given.product()
  const first = await w.given.order([cap], { pay: { email: 'Sara_B@example.org' } })
  for (let i = 0; i < 51; i++) await w.given.order([tee])
  const find = async (search: string) =>
    (await listOrders(w.ctx, w.shopId, { search })).orders.map(({ number }) => number)
  expect(await find('1001')).toEqual([1001])
  expect(await find('#1001')).toEqual([1001])
  expect(await find('sara_b@')).toEqual([1001])
  expect(await find('%')).toEqual([])
  expect(await find(cap.sku.toLowerCase())).toEqual([1001])
  expect(await find('linh')).toHaveLength(50)
  expect(await find("'; drop table orders")).toEqual([])
  const page = await listOrders(w.ctx, w.shopId)
  const rest = await listOrders(w.ctx, w.shopId, { cursor: page.next })
  const numbers = [...page.orders, ...rest.orders].map(({ number }) => number)
  expect(numbers).toEqual(Array.from({ length: 52 }, (_, i) => 1052 - i))
  expect(rest.next).toBeNull()
  const { rate } = (await findOrder(w.ctx, w.shopId, first.id))!
  expect(rest.orders.at(-1)).toMatchObject({ number: 1001, pieces: 1, pickup: rate.kind === 'pickup' })
  await cancelOrder(w.ctx, owner, { orderId: first.id })
  expect((await listOrders(w.ctx, w.shopId, { filter: 'cancelled' })).orders).toMatchObject([
    { number: 1001 }
  ])
  expect(await countOrders(w.ctx, w.shopId)).toEqual({ unsent: 51, unpaid: 0 })
})

test('another shop’s owner finds no order here and can do nothing to one', async () => {
  const [w, other] = [await world(), await world()]
  const { id } = await w.given.order([await w.given.product()])
  const stranger = await other.given.owner()
  expect(await findOrder(w.ctx, other.shopId, id)).toBeUndefined()
  for (const attempt of [
    cancelOrder(w.ctx, stranger, { orderId: id }),
    fulfilOrder(w.ctx, stranger, { orderId: id }),
    markPaid(w.ctx, stranger, { orderId: id }),
    addNote(w.ctx, stranger, { orderId: id, text: 'Hello' })
  ]) {
    expect(await attempt).toMatchObject({ ok: false, refusal: 'not_found' })
  }
  expect(await markPaid(w.ctx, stranger, { orderId: 'nonsense' })).toEqual(refused('not_found'))
})

test('a note stays in the history as it was meant', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const { id } = await w.given.order([await w.given.product()])
  const note = (text: string) => addNote(w.ctx, owner, { orderId: id, text })
  expect(await note(' \u0000 ')).toMatchObject({ refusal: 'invalid' })
  expect(await note('x'.repeat(4_001))).toMatchObject({ refusal: 'invalid' })
  expect(await note('<script>alert(1)</script>')).toEqual(done(null))
  const [event] = (await readHistory(w.ctx, w.shopId, id)).events
  expect(event).toMatchObject({ kind: 'note', data: { text: '<script>alert(1)</script>' } })
})

test('a clerk who sends none of anything sends nothing, and one with an old page nothing twice', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product({ stock: 5 })
  const { id } = await w.given.order([{ ...tee, quantity: 4 }])
  const [line] = (await findOrder(w.ctx, w.shopId, id))!.lines
  const one = { orderId: id, lines: [{ lineId: line!.id, quantity: 1 }], seen: 0 }
  expect(await fulfilOrder(w.ctx, owner, { orderId: id, lines: [] })).toEqual(refused('nothing_chosen'))
  const sent = await Promise.all([fulfilOrder(w.ctx, owner, one), fulfilOrder(w.ctx, owner, one)])
  expect(sent.filter((s) => s.ok)).toHaveLength(1)
  expect(sent.find((s) => !s.ok)).toEqual(refused('order_changed'))
  expect(await levelOf(w, tee.variantId)).toEqual({ onHand: 4, reserved: 3 })
  await expectStockToAddUp(w)
})
