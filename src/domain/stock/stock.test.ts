import fc from 'fast-check'
import { expect, test } from 'vitest'
import { transact } from '#platform/database/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { expectStockToAddUp, levelOf } from '#test/stock.ts'
import { world, type World } from '#test/world.ts'
import {
  allocateHold,
  changeStock,
  commitStock,
  HOLD_MS,
  holdStock,
  receiveStock,
  releaseExpired,
  releaseHold,
  reserveStock,
  returnStock,
  setStock
} from './index.ts'

async function hold(w: World, cartId: string, wants: { variantId: string; quantity: number }[]) {
  const held = await w.ctx.db.transaction().execute((tx) => holdStock(w.ctx, tx, w.shopId, { cartId, wants }))
  return held!.short
}

test('a hold takes what is there and says what is short', async () => {
  const w = await world()
  const { variantId } = await w.given.product({ stock: 3 })
  const cartId = w.ctx.ids.next()
  expect(await hold(w, cartId, [{ variantId, quantity: 5 }])).toEqual([{ variantId, left: 3 }])
  expect(await levelOf(w, variantId)).toEqual({ onHand: 3, reserved: 3 })
  expect(await hold(w, cartId, [{ variantId, quantity: 2 }])).toEqual([])
  expect(await levelOf(w, variantId)).toEqual({ onHand: 3, reserved: 2 })
  await expectStockToAddUp(w)
})

test('fifty carts that want two of five pieces at once get two, two and one, and nobody a piece too many', async () => {
  const w = await world()
  const { variantId } = await w.given.product({ stock: 5 })
  const tries = Array.from({ length: 50 }, () =>
    transact(w.ctx.db, async (tx) => {
      const wants = [{ variantId, quantity: 2 }]
      const held = await holdStock(w.ctx, tx, w.shopId, { cartId: w.ctx.ids.next(), wants })
      return held!.short.length ? refused('short') : done(null)
    })
  )
  const outcomes = await Promise.all(tries)
  expect(outcomes.filter((o) => o.ok)).toHaveLength(2)
  expect(await levelOf(w, variantId)).toEqual({ onHand: 5, reserved: 4 })
  await expectStockToAddUp(w)
})

test('carts that want the same things in opposite order never block each other for good', async () => {
  const w = await world()
  const products = await Promise.all(Array.from({ length: 6 }, () => w.given.product({ stock: 1_000 })))
  const wants = products.map(({ variantId }) => ({ variantId, quantity: 1 }))
  await Promise.all(
    Array.from({ length: 24 }, (_, i) => {
      const cartId = w.ctx.ids.next()
      const mine = i % 2 ? wants : wants.toReversed()
      return hold(w, cartId, mine).then(() => hold(w, cartId, mine.slice(1)))
    })
  )
  for (const { variantId } of products.slice(1, 5)) expect((await levelOf(w, variantId)).reserved).toBe(24)
  await expectStockToAddUp(w)
})

test('pieces come from the place with most first, from the preferred place before that, and may be split', async () => {
  const w = await world()
  const { variantId } = await w.given.product({ stock: 2 })
  const back = await w.given.location()
  const owner = await w.given.owner()
  expect(await receiveStock(w.ctx, owner, { variantId, locationId: back, quantity: 5 })).toEqual(
    done({ change: 5 })
  )
  const place = (orderId: string, quantity: number, prefer: string | null) =>
    w.ctx.db.transaction().execute(async (tx) => {
      await reserveStock(w.ctx, tx, w.shopId, { orderId, wants: [{ variantId, quantity }], prefer })
      return tx
        .selectFrom('reservations')
        .select(['location_id', 'quantity'])
        .where('order_id', '=', orderId)
        .orderBy('quantity', 'desc')
        .execute()
    })
  const first = w.ctx.ids.next()
  expect(await place(first, 4, null)).toEqual([{ location_id: back, quantity: 4 }])
  const [main] = await w.ctx.db
    .selectFrom('locations')
    .select('id')
    .where('shop_id', '=', w.shopId)
    .where('is_default', '=', true)
    .execute()
  expect(await place(first, 6, main!.id)).toEqual([
    { location_id: back, quantity: 4 },
    { location_id: main!.id, quantity: 2 }
  ])
  await expectStockToAddUp(w)
})

test('a hold that has ended is given back, once, however many processes sweep', async () => {
  const w = await world()
  const { variantId } = await w.given.product({ stock: 8 })
  await Promise.all(Array.from({ length: 8 }, () => hold(w, w.ctx.ids.next(), [{ variantId, quantity: 1 }])))
  expect(await releaseExpired(w.ctx, w.shopId)).toBe(0)
  w.clock.advance(HOLD_MS)
  const freed = await Promise.all(Array.from({ length: 4 }, () => releaseExpired(w.ctx, w.shopId)))
  expect(freed.reduce((a, b) => a + b)).toBe(8)
  expect(await levelOf(w, variantId)).toEqual({ onHand: 8, reserved: 0 })
  await expectStockToAddUp(w)
})

test('asking again does not make a hold longer, and a cart that holds nothing is left alone', async () => {
  const w = await world()
  const { variantId } = await w.given.product({ stock: 8 })
  const [cartId, wants] = [w.ctx.ids.next(), [{ variantId, quantity: 1 }]]
  const ask = (onlyIfHeld: boolean) =>
    w.ctx.db.transaction().execute((tx) => holdStock(w.ctx, tx, w.shopId, { cartId, wants, onlyIfHeld }))
  expect(await ask(true)).toBeUndefined()
  const first = await ask(false)
  w.clock.advance(HOLD_MS - 1)
  expect(await ask(true)).toEqual(first)
  w.clock.advance(1)
  expect((await ask(true))!.expiresAt.getTime()).toBe(w.clock.now().getTime() + HOLD_MS)
})

test('what an order holds leaves the house, and comes back to where it left', async () => {
  const w = await world()
  const { variantId } = await w.given.product({ stock: 3 })
  const [cartId, orderId] = [w.ctx.ids.next(), w.ctx.ids.next()]
  const wants = [{ variantId, quantity: 2 }]
  await hold(w, cartId, wants)
  await w.ctx.db.transaction().execute(async (tx) => {
    expect(await allocateHold(tx, w.shopId, { cartId, orderId, wants, place: null })).toBe(true)
    const who = { orderId, actor: null }
    await commitStock(w.ctx, tx, w.shopId, who, [{ variantId, quantity: 1 }])
    expect(await levelOf(w, variantId, tx)).toEqual({ onHand: 2, reserved: 1 })
    await commitStock(w.ctx, tx, w.shopId, who, [{ variantId, quantity: 1 }])
    await returnStock(w.ctx, tx, w.shopId, who, wants)
  })
  expect(await levelOf(w, variantId)).toEqual({ onHand: 3, reserved: 0 })
  await expectStockToAddUp(w)
})

test('a count below what is promised is refused, and strangers and nonsense change nothing', async () => {
  const w = await world()
  const other = await world()
  const { variantId } = await w.given.product({ stock: 4 })
  await hold(w, w.ctx.ids.next(), [{ variantId, quantity: 3 }])
  const owner = await w.given.owner()
  expect(await setStock(w.ctx, owner, { variantId, onHand: 2 })).toEqual(
    refused('stock_promised', { promised: 3 })
  )
  for (const onHand of [-1, 1.5, Number.NaN, 2 ** 40]) {
    expect(await setStock(w.ctx, owner, { variantId, onHand })).toEqual(refused('invalid'))
  }
  expect(await setStock(w.ctx, await other.given.owner(), { variantId, onHand: 9 })).toEqual(
    refused('variant_unknown')
  )
  expect(await changeStock(w.ctx, owner, { variantId, change: -1, reason: 'damaged' })).toEqual(
    done({ change: -1 })
  )
  expect(await changeStock(w.ctx, owner, { variantId, change: -1, reason: 'received' })).toEqual(
    refused('invalid')
  )
  expect(await levelOf(w, variantId)).toEqual({ onHand: 3, reserved: 3 })
  expect((await w.ledger()).map(({ kind, quantity }) => [kind, quantity])).toEqual([['stock', -1]])
  await expectStockToAddUp(w)
})

test('whatever happens in whatever order, every piece is accounted for', async () => {
  const step = fc.tuple(
    fc.constantFrom('hold', 'free', 'order', 'ship', 'back', 'set'),
    fc.nat(2),
    fc.nat(2),
    fc.nat(6)
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const w = await world()
      const goods = await Promise.all([0, 1, 2].map(() => w.given.product({ stock: 5 })))
      const holders = [0, 1, 2].map(() => w.ctx.ids.next())
      const owner = await w.given.owner()
      for (const [what, who, which, quantity] of steps) {
        const { variantId } = goods[which]!
        const id = holders[who]!
        const wants = quantity ? [{ variantId, quantity }] : []
        if (what === 'set') await setStock(w.ctx, owner, { variantId, onHand: quantity })
        else if (what === 'hold') await hold(w, id, wants)
        else
          await w.ctx.db.transaction().execute(async (tx) => {
            if (what === 'free') await releaseHold(tx, w.shopId, { cartId: id })
            if (what === 'order')
              await allocateHold(tx, w.shopId, { cartId: id, orderId: id, wants, place: null })
            const sold = { orderId: id, actor: null }
            if (what === 'ship') await commitStock(w.ctx, tx, w.shopId, sold, wants)
            if (what === 'back') await returnStock(w.ctx, tx, w.shopId, sold, wants)
          })
        await expectStockToAddUp(w)
      }
    }),
    { numRuns: 12 }
  )
})
