import { expect, test } from 'vitest'
import { findCart, setCoupon, setQuantity } from '#domain/carts/index.ts'
import { createCoupon, findCoupon } from '#domain/coupons/index.ts'
import { findOrder, findOrderByToken } from '#domain/orders/index.ts'
import { receiveStock, releaseExpired } from '#domain/stock/index.ts'
import { refused } from '#platform/outcome.ts'
import { CARD, DECLINED, HOME, payInput, type PlaceInput } from '#test/checkout.ts'
import { expectStockToAddUp, levelOf } from '#test/stock.ts'
import { world, type World } from '#test/world.ts'
import { placeOrder, startCheckout } from '../index.ts'

async function ready(w: World, change: { stock?: number; quantity?: number; price?: number } = {}) {
  const product = await w.given.product({
    title: 'Quay tee',
    price: change.price ?? 3_400,
    stock: change.stock
  })
  const guest = w.given.guest()
  const { token, cartId } = await w.given.cart([{ ...product, quantity: change.quantity ?? 1 }])
  await startCheckout(w.ctx, guest, { token })
  const pay = async (input: Partial<PlaceInput> = {}) =>
    placeOrder(w.ctx, guest, await payInput(w.ctx, guest, token, input))
  return { ...product, guest, token, cartId, pay }
}

const charges = (w: World) =>
  w.ctx.db.selectFrom('test_card_charges').selectAll().where('shop_id', '=', w.shopId).execute()

test('a cart becomes a paid order: number, stock, sale and letter, each once', async () => {
  const w = await world()
  const { variantId, cartId, pay, guest, token } = await ready(w, { quantity: 2, stock: 5 })
  const placed = await pay()
  if (!placed.ok) throw new Error(placed.refusal)
  const order = (await findOrderByToken(w.ctx, w.shopId, placed.value.token))!
  expect(order).toMatchObject({
    ...{ number: 1001, state: 'placed', paymentState: 'paid', fulfilmentState: 'unfulfilled' },
    ...{ goods: 6_800, shipping: 0, total: 6_800, tax: 1_382, captured: 6_800, currency: 'EUR' }
  })
  expect(order.lines).toMatchObject([{ title: 'Quay tee', quantity: 2, unitPrice: 3_400, total: 6_800 }])
  expect(await levelOf(w, variantId)).toEqual({ onHand: 5, reserved: 2 })
  expect(await findCart(w.ctx, guest, token)).toMatchObject({ state: 'ordered' })
  expect((await w.ledger()).map(({ kind, amount }) => [kind, amount])).toEqual([
    ['cart', null],
    ['checkout', null],
    ['order', 5_418]
  ])
  const outbox = await w.ctx.db.selectFrom('outbox').selectAll().where('shop_id', '=', w.shopId).execute()
  expect(outbox.map(({ topic, payload }) => [topic, payload])).toEqual([
    ['order.letter', { orderId: order.id, letter: 'placed' }]
  ])
  expect(JSON.stringify([order, outbox, await w.ledger(), await charges(w), cartId])).not.toContain('424242')
  await expectStockToAddUp(w)
})

test('ten presses of Pay at once, in several windows, are one order and one charge', async () => {
  const w = await world()
  const { pay, guest, token } = await ready(w)
  const input = await payInput(w.ctx, guest, token)
  const presses = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      placeOrder(w.ctx, guest, i % 2 ? input : { ...input, key: `window-${i}` })
    )
  )
  const orders = new Set(presses.map((p) => (p.ok ? p.value.orderId : p.refusal)))
  expect(orders.size).toBe(1)
  expect(await charges(w)).toHaveLength(1)
  const again = await placeOrder(w.ctx, guest, {
    ...input,
    key: 'back-button',
    expected: { amount: 1, currency: 'EUR' }
  })
  expect(again).toMatchObject({ ok: true, value: { orderId: [...orders][0], state: 'placed' } })
  const emptied = { ...input, payment: { provider: 'test-card', instrument: {} } }
  expect(await placeOrder(w.ctx, guest, emptied)).toMatchObject({ ok: true, value: { state: 'placed' } })
  expect(await pay()).toMatchObject({ ok: true, value: { orderId: [...orders][0] } })
  expect(await charges(w)).toHaveLength(1)
  await expectStockToAddUp(w)
})

test('a declined card charges nothing and keeps the cart, its goods and what was typed; the next card works', async () => {
  const w = await world()
  const { variantId, pay, guest, token } = await ready(w, { stock: 1 })
  await createCoupon(w.ctx, await w.given.owner(), { code: 'ONE', kind: 'amount', value: 400, maxUses: 1 })
  await setCoupon(w.ctx, guest, { token, code: 'one' })
  const declined = { provider: 'test-card', instrument: DECLINED }
  const input = await payInput(w.ctx, guest, token, { payment: declined })
  expect(await placeOrder(w.ctx, guest, input)).toMatchObject({ refusal: 'card_declined' })
  const cart = await findCart(w.ctx, guest, token)
  expect(cart).toMatchObject({ state: 'open', email: 'linh@example.org', shipTo: HOME, couponCode: 'ONE' })
  expect((await findCoupon(w.ctx.db, w.shopId, 'ONE'))!.used).toBe(0)
  expect(await levelOf(w, variantId)).toEqual({ onHand: 1, reserved: 1 })
  expect(await placeOrder(w.ctx, guest, input)).toMatchObject({ refusal: 'card_declined' })
  expect(await charges(w)).toHaveLength(1)
  expect(await pay()).toMatchObject({ ok: true, value: { state: 'placed' } })
  expect((await findCoupon(w.ctx.db, w.shopId, 'ONE'))!.used).toBe(1)
  expect((await w.ledger()).filter(({ kind }) => kind === 'order')).toHaveLength(1)
  await expectStockToAddUp(w)
})

test('a price that changed while the page stood is not charged, and the new one is named', async () => {
  const w = await world()
  const { variantId, guest, token } = await ready(w)
  const input = await payInput(w.ctx, guest, token)
  await w.ctx.db.updateTable('variants').set({ price: 3_900 }).where('id', '=', variantId).execute()
  expect(await placeOrder(w.ctx, guest, input)).toEqual(
    refused('price_changed', { total: 3_900, currency: 'EUR' })
  )
  expect(await charges(w)).toHaveLength(0)
  expect(await findCart(w.ctx, guest, token)).toMatchObject({ state: 'open' })
})

test('a hold that ran out is taken again if the goods are still there, and refused by name if not', async () => {
  const w = await world()
  const first = await ready(w, { stock: 1 })
  w.clock.advance(11 * 60_000)
  expect(await releaseExpired(w.ctx, w.shopId)).toBe(1)
  const rival = await w.given.cart([first])
  await startCheckout(w.ctx, w.given.guest(), { token: rival.token })
  expect(await first.pay()).toEqual(refused('sold_out', { title: 'Quay tee', left: 0 }))
  expect(await findCart(w.ctx, first.guest, first.token)).toMatchObject({ state: 'open' })
  w.clock.advance(11 * 60_000)
  await releaseExpired(w.ctx, w.shopId)
  expect(await first.pay()).toMatchObject({ ok: true })
  await expectStockToAddUp(w)
})

test('what does not hold together is refused before anything is charged', async () => {
  const w = await world()
  const { pay, token, guest } = await ready(w)
  const pickup = await payInput(w.ctx, guest, token)
  const [, locker] = await w.ctx.db
    .selectFrom('shipping_rates')
    .select('id')
    .where('shop_id', '=', w.shopId)
    .orderBy('price')
    .execute()
  const cases: [Partial<PlaceInput> | object, string][] = [
    [{ expected: { amount: pickup.expected.amount, currency: 'NOK' } }, 'currency_mismatch'],
    [{ expected: { amount: -1, currency: 'EUR' } }, 'invalid'],
    [{ rateId: w.ctx.ids.next() }, 'rate_gone'],
    [{ rateId: locker!.id, shipTo: { ...HOME, line1: '' } }, 'invalid'],
    [{ email: 'nobody' }, 'invalid'],
    [{ shipTo: { ...HOME, name: ' \u0000 ' } }, 'invalid'],
    [{ shipTo: { ...HOME, country: 'Finland' } }, 'invalid'],
    [{ terms: false }, 'invalid'],
    [{ payment: { provider: 'gold', instrument: {} } }, 'payment_unsupported'],
    [{ payment: { provider: 'test-card', instrument: { ...CARD, number: '1' } } }, 'card_invalid'],
    [{ payment: { provider: 'test-card', instrument: { ...CARD, expiry: '01/20' } } }, 'card_expired'],
    [{ token: w.ctx.ids.secret() }, 'cart_not_found'],
    [{ token: "' or ''='" }, 'invalid']
  ]
  for (const [change, refusal] of cases) {
    const input = { ...pickup, ...change } as PlaceInput
    expect(await placeOrder(w.ctx, guest, input)).toMatchObject({ ok: false, refusal })
  }
  expect(await charges(w)).toHaveLength(0)
  expect(await w.ctx.db.selectFrom('orders').select('id').where('shop_id', '=', w.shopId).execute()).toEqual(
    []
  )
  expect(await pay()).toMatchObject({ ok: true })
})

test('an order remembers its delivery in its buyer’s language', async () => {
  const w = await world()
  const { pay } = await ready(w)
  const placed = await pay({ locale: 'nb' })
  if (!placed.ok) throw new Error(placed.refusal)
  expect(await findOrder(w.ctx, w.shopId, placed.value.orderId)).toMatchObject({
    locale: 'nb',
    rate: { name: 'Hent selv', kind: 'pickup' }
  })
})

test('an empty cart, an open choice and a withdrawn product are each named', async () => {
  const w = await world()
  const { variantId, id, guest, token, pay } = await ready(w)
  await w.ctx.db
    .updateTable('cart_lines')
    .set({ choice_open: true })
    .where('variant_id', '=', variantId)
    .execute()
  expect(await pay()).toMatchObject({ refusal: 'choice_open', detail: { title: 'Quay tee' } })
  await w.ctx.db.updateTable('products').set({ state: 'draft' }).where('id', '=', id).execute()
  expect(await pay()).toMatchObject({ refusal: 'line_gone', detail: { title: 'Quay tee' } })
  await setQuantity(w.ctx, guest, { token, variantId, quantity: 0 })
  expect(await pay()).toMatchObject({ refusal: 'cart_empty' })
})

test('another member’s cart cannot be paid, seen or started', async () => {
  const w = await world()
  const { variantId } = await w.given.product()
  const [ana, ben] = [await w.given.member(), await w.given.member()]
  const { token, cartId } = await w.given.cart([{ variantId }], { actor: ana })
  const input = await payInput(w.ctx, ana, token)
  expect(await placeOrder(w.ctx, ben, input)).toMatchObject({ refusal: 'cart_not_found' })
  expect(await placeOrder(w.ctx, ben, { ...input, token: cartId })).toMatchObject({
    refusal: 'cart_not_found'
  })
  expect(await startCheckout(w.ctx, ben, { token: cartId })).toMatchObject({ refusal: 'cart_not_found' })
  expect(await placeOrder(w.ctx, ana, { ...input, token: cartId })).toMatchObject({ ok: true })
})

test('a coupon’s last use goes to one of two carts, and the other is told', async () => {
  const w = await world()
  await createCoupon(w.ctx, await w.given.owner(), { code: 'LAST', kind: 'percent', value: 10, maxUses: 1 })
  const carts = await Promise.all([ready(w), ready(w)])
  const inputs: PlaceInput[] = []
  for (const { guest, token } of carts) {
    await setCoupon(w.ctx, guest, { token, code: 'last' })
    inputs.push(await payInput(w.ctx, guest, token))
  }
  const outcomes = await Promise.all(carts.map(({ guest }, i) => placeOrder(w.ctx, guest, inputs[i]!)))
  expect(outcomes.filter((o) => o.ok)).toHaveLength(1)
  expect(outcomes.filter((o) => !o.ok && o.refusal === 'coupon_used_up')).toHaveLength(1)
  expect(await charges(w)).toHaveLength(1)
  await expectStockToAddUp(w)
})

test('an invoice is an order that is owed; goods for nothing need no card; a pick-up takes from its own place', async () => {
  const w = await world()
  const invoice = { provider: 'invoice', instrument: {} }
  const owed = await ready(w)
  const placed = await owed.pay({ payment: invoice })
  if (!placed.ok) throw new Error(placed.refusal)
  expect(await findOrder(w.ctx, w.shopId, placed.value.orderId)).toMatchObject({
    ...{ number: 1001, state: 'placed', paymentState: 'pending', captured: 0 }
  })
  expect((await w.ledger()).filter(({ kind }) => kind === 'order')).toHaveLength(0)
  const free = await ready(w, { price: 0 })
  expect(await free.pay()).toMatchObject({ ok: true, value: { state: 'placed' } })
  expect(await charges(w)).toHaveLength(0)

  const back = await w.given.location('Back room')
  const spread = await ready(w, { stock: 1, quantity: 1 })
  await w.ctx.db
    .insertInto('stock')
    .values({ shop_id: w.shopId, variant_id: spread.variantId, location_id: back, on_hand: 0 })
    .execute()
  await receiveStock(w.ctx, await w.given.owner(), {
    variantId: spread.variantId,
    locationId: back,
    quantity: 9
  })
  await setQuantity(w.ctx, spread.guest, { token: spread.token, variantId: spread.variantId, quantity: 3 })
  const taken = await spread.pay()
  if (!taken.ok) throw new Error(taken.refusal)
  const places = await w.ctx.db
    .selectFrom('reservations')
    .select(['quantity', 'location_id'])
    .where('order_id', '=', taken.value.orderId)
    .orderBy('quantity')
    .execute()
  expect(places.map(({ quantity }) => quantity)).toEqual([1, 2])
  expect(places[1]!.location_id).toBe(back)
  await expectStockToAddUp(w)
})
