import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { whatStays } from '../index.ts'

test('of somebody without an address no order stays, whoever else’s were blanked', async () => {
  const w = await world()
  const tee = await w.given.product({ stock: 5 })
  for (const email of ['one@example.org', 'two@example.org'])
    await w.given.order([{ variantId: tee.variantId }], { pay: { email } })
  await w.ctx.db.updateTable('orders').set({ email: '' }).where('shop_id', '=', w.shopId).where('email', '=', 'one@example.org').execute() // prettier-ignore
  const orders = async (address: string | null) => (await whatStays(w.ctx, w.shopId, { address })).orders
  expect([await orders(null), await orders(''), await orders('Two@example.org')]).toEqual([0, 0, 1])
})
