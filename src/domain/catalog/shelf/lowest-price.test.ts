import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { World } from '#test/world.ts'
import { world } from '#test/world.ts'
import { findProduct } from '../index.ts'

const DAY = 86_400_000
type Change = { day: number; price: number; compareAt: number | null }

/** Writes a variant's history of prices and leaves it at the last of them. */
async function pricedAs({ ctx, given, shopId, clock }: World, history: readonly Change[]): Promise<string> {
  const { handle, variantId } = await given.product()
  const start = clock.now().getTime()
  const last = history.at(-1)!
  await ctx.db
    .insertInto('price_changes')
    .values(
      history.map(({ day, price, compareAt }) => ({
        shop_id: shopId,
        variant_id: variantId,
        set_at: new Date(start + day * DAY),
        price,
        compare_at: compareAt
      }))
    )
    .execute()
  await ctx.db
    .updateTable('variants')
    .set({ price: last.price, compare_at: last.compareAt })
    .where('shop_id', '=', shopId)
    .where('id', '=', variantId)
    .execute()
  return handle
}

const lowestOf = async (w: World, history: readonly Change[]) => {
  const product = await findProduct(w.ctx, w.shopId, await pricedAs(w, history))
  return product!.variants[0]!.lowest30
}

test('beside a discount stands the lowest price of the thirty days before it, not an older one', async () => {
  const w = await world()
  const history = [
    { day: 0, price: 2000, compareAt: null },
    { day: 20, price: 5000, compareAt: null },
    { day: 60, price: 4500, compareAt: null },
    { day: 70, price: 3400, compareAt: 5000 }
  ]
  expect(await lowestOf(w, history)).toBe(4500)
})

test('the price that was in force when the thirty days began counts, however long ago it was set', async () => {
  const history = [
    { day: -400, price: 2900, compareAt: null },
    { day: -10, price: 6000, compareAt: null },
    { day: 0, price: 4000, compareAt: 6000 }
  ]
  expect(await lowestOf(await world(), history)).toBe(2900)
})

test('without a discount there is nothing to say, and without a history the price itself', async () => {
  const w = await world()
  expect(await lowestOf(w, [{ day: 0, price: 3400, compareAt: null }])).toBeNull()
  expect(await lowestOf(w, [{ day: 0, price: 3400, compareAt: 4000 }])).toBe(3400)
})

test('law: it is the lowest price in force at any moment of those thirty days', async () => {
  const w = await world()
  const prices = fc.record({
    gap: fc.integer({ min: 1, max: 40 }),
    price: fc.integer({ min: 1, max: 9_000 })
  })
  await fc.assert(
    fc.asyncProperty(fc.array(prices, { minLength: 1, maxLength: 8 }), async (steps) => {
      let day = 0
      const history = steps.map(({ gap, price }) => ({
        day: (day += gap),
        price,
        compareAt: null as number | null
      }))
      const last = history.at(-1)!
      last.compareAt = last.price + 1
      const inForce = (at: number) => history.findLast((change) => change.day <= at)?.price
      const days = Array.from({ length: 30 }, (_, i) => inForce(last.day - 1 - i)).filter(
        (p) => p !== undefined
      )
      expect(await lowestOf(w, history)).toBe(days.length ? Math.min(...days) : last.price)
    }),
    { numRuns: 40 }
  )
})
