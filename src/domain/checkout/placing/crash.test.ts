import { expect, test } from 'vitest'
import type { Context } from '#context'
import { findCart } from '#domain/carts/index.ts'
import { ranked, windowOf } from '#domain/metrics/index.ts'
import { findOrder, settleRefunds } from '#domain/orders/index.ts'
import { releaseExpired } from '#domain/stock/index.ts'
import { payInput } from '#test/checkout.ts'
import { expectStockToAddUp, levelOf } from '#test/stock.ts'
import { world, type World } from '#test/world.ts'
import type { PaymentProvider } from '../payment-provider.ts'
import { placeOrder, settlePayments, startCheckout } from '../index.ts'

type Moment = 'before the bank heard' | 'after the bank charged'

/** The same world in a process that dies at this moment of every charge: nothing after it runs. */
function dying(w: World, moment: Moment): Context {
  const bank = w.ctx.payments.get('test-card')!
  const charge: PaymentProvider['charge'] = async (request) => {
    if (moment === 'after the bank charged') await bank.charge(request)
    throw new Error('killed')
  }
  return { ...w.ctx, payments: new Map([['test-card', { ...bank, charge }]]) }
}

async function diesPaying(w: World, moment: Moment, stock = 1) {
  const product = await w.given.product({ stock })
  const guest = w.given.guest()
  const { token } = await w.given.cart([product])
  await startCheckout(w.ctx, guest, { token })
  const input = await payInput(w.ctx, guest, token)
  const left = await placeOrder(dying(w, moment), guest, input)
  if (!left.ok) throw new Error(left.refusal)
  return { ...left.value, ...product, guest, token, input }
}

const books = async (w: World) => {
  const rows = await w.ctx.db
    .selectFrom('test_card_charges')
    .selectAll()
    .where('shop_id', '=', w.shopId)
    .execute()
  return rows.map(({ amount, refunded }) => ({ amount, refunded }))
}

test('a crash before the bank heard of it: nothing is charged, the cart is open again and still holds its goods', async () => {
  const w = await world()
  const { state, variantId, guest, token, orderId } = await diesPaying(w, 'before the bank heard')
  expect(state).toBe('placing')
  expect(await settlePayments(w.ctx, w.shopId)).toBe(0)
  w.clock.advance(60_000)
  expect(await settlePayments(w.ctx, w.shopId)).toBe(1)
  expect(await findOrder(w.ctx, w.shopId, orderId)).toMatchObject({ state: 'declined', paymentState: 'void' })
  expect(await findCart(w.ctx, guest, token)).toMatchObject({ state: 'open' })
  expect(await levelOf(w, variantId)).toEqual({ onHand: 1, reserved: 1 })
  const again = await payInput(w.ctx, guest, token)
  expect(await placeOrder(w.ctx, guest, again)).toMatchObject({ ok: true, value: { state: 'placed' } })
  expect(await books(w)).toEqual([{ amount: 3_400, refunded: 0 }])
  await expectStockToAddUp(w)
})

test('a crash after the bank charged: the order is found again and placed, once, by however many sweeps', async () => {
  const w = await world()
  const { guest, input, orderId } = await diesPaying(w, 'after the bank charged')
  expect(await placeOrder(w.ctx, guest, input)).toMatchObject({ ok: true, value: { state: 'placing' } })
  w.clock.advance(60_000)
  await Promise.all(Array.from({ length: 4 }, () => settlePayments(w.ctx, w.shopId)))
  expect(await findOrder(w.ctx, w.shopId, orderId)).toMatchObject({ state: 'placed', number: 1001 })
  expect(await placeOrder(w.ctx, guest, input)).toMatchObject({
    ok: true,
    value: { orderId, state: 'placed' }
  })
  expect(await books(w)).toEqual([{ amount: 3_400, refunded: 0 }])
  expect((await w.ledger()).filter(({ kind }) => kind === 'order')).toHaveLength(1)
  await expectStockToAddUp(w)
})

/** A charge the bank took only after we had given up on it: the process was asleep, not dead. */
async function paysLate(w: World, between: (of: Awaited<ReturnType<typeof diesPaying>>) => Promise<unknown>) {
  const bank = w.ctx.payments.get('test-card')!
  let wake = () => {}
  const charge: PaymentProvider['charge'] = async (request) => {
    await new Promise<void>((resolve) => (wake = resolve))
    return bank.charge(request)
  }
  const asleep = { ...w.ctx, payments: new Map([['test-card', { ...bank, charge }]]) }
  const product = await w.given.product({ stock: 1 })
  const guest = w.given.guest()
  const { token } = await w.given.cart([product])
  await startCheckout(w.ctx, guest, { token })
  const input = await payInput(w.ctx, guest, token)
  const paying = placeOrder(asleep, guest, input)
  await expect.poll(async () => (await findCart(w.ctx, guest, token))?.state).toBe('paying')
  w.clock.advance(60_000)
  expect(await settlePayments(w.ctx, w.shopId)).toBe(1)
  await between({ ...product, guest, token, input, orderId: '', state: 'placing' })
  wake()
  const outcome = await paying
  if (!outcome.ok) throw new Error(outcome.refusal)
  return { ...product, ...outcome.value }
}

test('money that turns up late still buys the goods, if they are there', async () => {
  const w = await world()
  const { state, variantId, orderId } = await paysLate(w, async () => {})
  expect(state).toBe('placed')
  expect(await findOrder(w.ctx, w.shopId, orderId)).toMatchObject({ state: 'placed', paymentState: 'paid' })
  expect(await levelOf(w, variantId)).toEqual({ onHand: 1, reserved: 1 })
  await expectStockToAddUp(w)
})

test('money that turns up late for goods that are gone goes back by itself, and the buyer is told', async () => {
  const w = await world()
  const late = await paysLate(w, async (mine) => {
    w.clock.advance(11 * 60_000)
    await releaseExpired(w.ctx, w.shopId)
    const rival = await w.given.cart([mine])
    await placeOrder(w.ctx, w.given.guest(), await payInput(w.ctx, w.given.guest(), rival.token))
  })
  expect(late.state).toBe('cancelled')
  const order = await findOrder(w.ctx, w.shopId, late.orderId)
  expect(order).toMatchObject({ state: 'cancelled', paymentState: 'refunded', refunded: 3_400, number: 1002 })
  expect(await levelOf(w, late.variantId)).toEqual({ onHand: 1, reserved: 1 })
  expect((await books(w)).map(({ refunded }) => refunded).sort()).toEqual([0, 3_400])
  const outbox = await w.ctx.db.selectFrom('outbox').selectAll().where('shop_id', '=', w.shopId).execute()
  expect(outbox.map(({ payload }) => payload)).toContainEqual({ orderId: late.orderId, letter: 'unfillable' })
  expect((await w.ledger()).filter(({ kind }) => kind === 'order' || kind === 'refund')).toHaveLength(1)
  await w.settle()
  const today = windowOf(w.clock.now(), 'Europe/Helsinki')
  expect(await ranked(w.ctx, w.shopId, today, 'product')).toMatchObject([{ orders: 1, revenue: 2_709 }])
  await expectStockToAddUp(w)
})

test('money that turns up late after the buyer paid again goes back: nobody pays twice', async () => {
  const w = await world()
  const late = await paysLate(w, async ({ guest, token }) => {
    const again = await payInput(w.ctx, guest, token)
    expect(await placeOrder(w.ctx, guest, again)).toMatchObject({ ok: true, value: { state: 'placed' } })
  })
  expect(late.state).toBe('cancelled')
  expect((await books(w)).map(({ refunded }) => refunded).sort()).toEqual([0, 3_400])
  await expectStockToAddUp(w)
})

test('a refund the bank cannot make now is made by the sweep, once', async () => {
  const w = await world()
  const bank = w.ctx.payments.get('test-card')!
  const down = { ...bank, refund: () => Promise.reject(new Error('bank is closed')) }
  const open = w.ctx.payments
  const late = await paysLate({ ...w, ctx: w.ctx }, async ({ guest, token }) => {
    const again = await payInput(w.ctx, guest, token)
    await placeOrder(w.ctx, guest, again)
  })
  const refunded = await findOrder(w.ctx, w.shopId, late.orderId)
  expect(refunded).toMatchObject({ refunded: 3_400 })
  await w.ctx.db
    .updateTable('refunds')
    .set({ state: 'processing' })
    .where('order_id', '=', late.orderId)
    .execute()
  w.clock.advance(60_000)
  expect(await settleRefunds({ ...w.ctx, payments: new Map([['test-card', down]]) }, w.shopId)).toBe(0)
  w.clock.advance(60_000)
  const sweeps = Array.from({ length: 3 }, () => settleRefunds({ ...w.ctx, payments: open }, w.shopId))
  await Promise.all(sweeps)
  expect((await books(w)).map(({ refunded }) => refunded).sort()).toEqual([0, 3_400])
})
