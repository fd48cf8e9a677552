import { expect, test } from 'vitest'
import { rush } from '#test/checkout.ts'
import { expectStockToAddUp, levelOf } from '#test/stock.ts'
import { world } from '#test/world.ts'

test('two hundred buyers for fifty pieces: exactly fifty are sold, paid and set aside, round after round', async () => {
  const w = await world()
  for (let round = 1; round <= 3; round++) {
    const { variantId } = await w.given.product({ stock: 50 })
    const counts = await rush(w.ctx, w.shopId, { buyers: 200, variantId })
    expect(counts.get('placed')).toBe(50)
    expect([...counts.values()].reduce((a, b) => a + b)).toBe(200)
    expect(new Set(counts.keys())).toEqual(new Set(['placed', 'sold_out']))
    expect(await levelOf(w, variantId)).toEqual({ onHand: 50, reserved: 50 })
    const lines = await w.ctx.db
      .selectFrom('order_lines as l')
      .innerJoin('orders as o', 'o.id', 'l.order_id')
      .select(['o.number'])
      .where('l.variant_id', '=', variantId)
      .where('o.payment_state', '=', 'paid')
      .orderBy('o.number')
      .execute()
    const first = 1001 + (round - 1) * 50
    expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, i) => first + i))
  }
  const charged = await w.ctx.db
    .selectFrom('test_card_charges')
    .select('key')
    .where('shop_id', '=', w.shopId)
    .execute()
  expect(charged).toHaveLength(150)
  expect((await w.ledger()).filter(({ kind }) => kind === 'order')).toHaveLength(150)
  await expectStockToAddUp(w)
})
