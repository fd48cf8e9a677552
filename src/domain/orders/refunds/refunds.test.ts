import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refused } from '#platform/outcome.ts'
import { expectStockToAddUp, levelOf } from '#test/stock.ts'
import { world, type World } from '#test/world.ts'
import { findOrder, fulfilOrder, readHistory, refundOrder } from '../index.ts'
import { netOf, worthOf } from './worth.ts'

async function sold(w: World, quantity = 3) {
  const owner = await w.given.owner()
  const tee = await w.given.product({ stock: 5, price: 3_333 })
  const { id } = await w.given.order([{ ...tee, quantity }])
  const order = (await findOrder(w.ctx, w.shopId, id))!
  const refund = (input: Partial<Parameters<typeof refundOrder>[2]>) =>
    refundOrder(w.ctx, owner, { orderId: id, restock: true, ...input })
  return { ...tee, owner, orderId: id, lineId: order.lines[0]!.id, refund }
}

const bankGaveBack = async (w: World) =>
  (
    await w.ctx.db
      .selectFrom('test_card_charges')
      .select('refunded')
      .where('shop_id', '=', w.shopId)
      .execute()
  )[0]!.refunded

test('pieces of a line add up to the line, in whatever portions they go back', () => {
  const line = fc.record({ quantity: fc.integer({ min: 1, max: 99 }), total: fc.nat(1_000_000) })
  fc.assert(
    fc.property(line, fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 99 }), (of, portions) => {
      const tax = Math.round(of.total / 5)
      let [refunded, amount, net] = [0, 0, 0]
      for (const portion of [...portions, of.quantity]) {
        const quantity = Math.min(portion, of.quantity - refunded)
        if (quantity === 0) break
        const worth = worthOf({ ...of, tax, refunded }, quantity)
        expect(worth.amount).toBeGreaterThanOrEqual(0)
        amount += worth.amount
        net += worth.net
        refunded += quantity
      }
      if (refunded === of.quantity) expect([amount, net]).toEqual([of.total, of.total - tax])
    })
  )
})

test('pieces not yet sent are given up and free again; the order goes on with the rest', async () => {
  const w = await world()
  const { refund, lineId, variantId, orderId, owner } = await sold(w)
  expect(await refund({ lines: [{ lineId, quantity: 1 }] })).toMatchObject({ value: { amount: 3_333 } })
  expect(await levelOf(w, variantId)).toEqual({ onHand: 5, reserved: 2 })
  expect(await findOrder(w.ctx, w.shopId, orderId)).toMatchObject({
    ...{ state: 'placed', paymentState: 'part_refunded', refunded: 3_333 },
    lines: [{ refunded: 1, cancelled: 1 }]
  })
  await fulfilOrder(w.ctx, owner, { orderId })
  expect(await findOrder(w.ctx, w.shopId, orderId)).toMatchObject({ state: 'completed' })
  expect(await levelOf(w, variantId)).toEqual({ onHand: 3, reserved: 0 })
  expect(await refund({ lines: [{ lineId, quantity: 2 }] })).toMatchObject({ ok: true })
  expect(await levelOf(w, variantId)).toEqual({ onHand: 5, reserved: 0 })
  expect(await findOrder(w.ctx, w.shopId, orderId)).toMatchObject({
    paymentState: 'refunded',
    refunded: 9_999
  })
  expect(await bankGaveBack(w)).toBe(9_999)
  const money = (await w.ledger()).filter(({ kind }) => kind === 'order' || kind === 'refund')
  expect(money.reduce((sum, { amount }) => sum + amount!, 0)).toBe(0)
  await expectStockToAddUp(w)
})

test('broken pieces are paid back and never sold again', async () => {
  const w = await world()
  const { refund, lineId, variantId, orderId, owner } = await sold(w)
  await fulfilOrder(w.ctx, owner, { orderId, lines: [{ lineId, quantity: 1 }] })
  await refund({ lines: [{ lineId, quantity: 3 }], restock: false })
  expect(await levelOf(w, variantId)).toEqual({ onHand: 2, reserved: 0 })
  expect(await findOrder(w.ctx, w.shopId, orderId)).toMatchObject({
    state: 'completed',
    paymentState: 'refunded'
  })
  await expectStockToAddUp(w)
})

test('an order of which everything is given up before it left is cancelled, and its history says by whom', async () => {
  const w = await world()
  const { refund, lineId, variantId, orderId } = await sold(w)
  await refund({ lines: [{ lineId, quantity: 3 }] })
  expect(await findOrder(w.ctx, w.shopId, orderId)).toMatchObject({
    state: 'cancelled',
    paymentState: 'refunded'
  })
  expect(await levelOf(w, variantId)).toEqual({ onHand: 5, reserved: 0 })
  const { events } = await readHistory(w.ctx, w.shopId, orderId)
  expect(events.map(({ kind, actor }) => [kind, actor])).toContainEqual(['cancelled', 'Olga Owner'])
})

test('the same press twice, or two clerks with the same page, give money back once', async () => {
  const w = await world()
  const { refund, orderId, lineId } = await sold(w)
  const press = { amount: 500, seen: 0 }
  const tries = await Promise.all([refund(press), refund(press), refund(press)])
  expect(tries.filter((t) => t.ok)).toHaveLength(1)
  expect(tries.filter((t) => !t.ok)).toEqual([refused('order_changed'), refused('order_changed')])
  expect(await refund({ lines: [{ lineId, quantity: 1 }], seen: 0 })).toEqual(refused('order_changed'))
  expect(await findOrder(w.ctx, w.shopId, orderId)).toMatchObject({ refunded: 500, lines: [{ refunded: 0 }] })
  expect(await refund({ lines: [{ lineId, quantity: 1 }], seen: 500 })).toMatchObject({ ok: true })
  expect(await bankGaveBack(w)).toBe(3_833)
})

test('a sum that differs from what came back takes its own part of the earnings, not all or none', () => {
  const order = { total: 12_550, net: 8_000, refunded: 0, netRefunded: 0 }
  const line = { amount: 10_040, net: 8_000 }
  // Half for the piece: half of what it earned. The page's own sum: all of it. Delivery alone: nothing.
  expect(netOf(order, 5_020, { ...line, shipping: 0 })).toBe(4_000)
  expect(netOf(order, 10_040, { ...line, shipping: 0 })).toBe(8_000)
  expect(netOf(order, 2_510, { amount: 0, net: 0, shipping: 2_510 })).toBe(0)
  // Beyond pieces or delivery it is the order's own mix.
  expect(netOf(order, 3_765, { amount: 0, net: 0, shipping: 2_510 })).toBe(800)
  expect(netOf(order, 1_255, { amount: 0, net: 0, shipping: 0 })).toBe(800)
  expect(netOf(order, 12_550, { amount: 0, net: 0, shipping: 0 })).toBe(8_000)
})

test('nothing beyond what was paid goes back: too many pieces, too large sums, foreign lines, nothing at all', async () => {
  const w = await world()
  const { refund, lineId, orderId } = await sold(w)
  expect(await refund({ lines: [{ lineId, quantity: 4 }] })).toEqual(refused('too_many_pieces'))
  expect(await refund({ lines: [{ lineId: w.ctx.ids.next(), quantity: 1 }] })).toEqual(
    refused('too_many_pieces')
  )
  expect(await refund({ amount: 10_000 })).toEqual(refused('refund_too_much', { left: 9_999 }))
  expect(await refund({ shipping: 1 })).toEqual(refused('refund_too_much', { left: 9_999 }))
  expect(await refund({})).toEqual(refused('refund_too_much', { left: 9_999 }))
  for (const amount of [-1, 0, 1.5]) expect(await refund({ amount })).toMatchObject({ refusal: 'invalid' })
  expect(await findOrder(w.ctx, w.shopId, orderId)).toMatchObject({ refunded: 0 })
  expect(await bankGaveBack(w)).toBe(0)
})

test('twenty refunds at once give back what was paid and not a cent more', async () => {
  const w = await world()
  const { refund, orderId } = await sold(w)
  const tries = await Promise.all(Array.from({ length: 20 }, () => refund({ amount: 1_000 })))
  expect(tries.filter((t) => t.ok)).toHaveLength(9)
  expect(await findOrder(w.ctx, w.shopId, orderId)).toMatchObject({
    refunded: 9_000,
    paymentState: 'part_refunded'
  })
  expect(await bankGaveBack(w)).toBe(9_000)
  expect(await refund({ amount: 999 })).toMatchObject({ ok: true })
  const money = (await w.ledger()).filter(({ kind }) => kind === 'order' || kind === 'refund')
  expect(money.reduce((sum, { amount }) => sum + amount!, 0)).toBe(0)
  expect((await readHistory(w.ctx, w.shopId, orderId)).refunds.every(({ state }) => state === 'done')).toBe(
    true
  )
})

test('an order that was never paid has nothing to give back', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const invoice = { payment: { provider: 'invoice', instrument: {} } }
  const { id } = await w.given.order([await w.given.product()], { pay: invoice })
  expect(await refundOrder(w.ctx, owner, { orderId: id, amount: 100, restock: false })).toEqual(
    refused('not_paid')
  )
})
