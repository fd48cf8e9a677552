import { expect, test } from 'vitest'
import { findCart, readLines } from '#domain/carts/index.ts'
import { createCoupon, enableCoupon } from '#domain/coupons/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { levelOf } from '#test/stock.ts'
import { world } from '#test/world.ts'
import { proposeCart, takeProposal } from '../index.ts'

/** Two goods and a coupon, proposed to a passer-by. */
async function proposed() {
  const w = await world()
  const owner = await w.given.owner()
  const [lamp, rope] = [await w.given.product({ stock: 1 }), await w.given.product({ stock: 5 })]
  const coupon = { code: 'PIER', kind: 'percent', value: 10 } as const
  const made = await createCoupon(w.ctx, owner, coupon)
  if (!made.ok) throw new Error(made.refusal)
  const items = [
    { sku: lamp.sku, quantity: 1 },
    { sku: rope.sku, quantity: 3 }
  ]
  const cart = { token: null, country: 'FI', locale: 'en', hold: true }
  const guest = w.given.guest()
  const see = (wanted = items) =>
    proposeCart(w.ctx, w.shopId, { items: wanted, codes: ['PIER'], country: 'FI', cartId: null })
  const take = (wanted = items, code: string | null = 'PIER', token: string | null = null) =>
    takeProposal(w.ctx, guest, { items: wanted, code }, { ...cart, token })
  return { ...w, owner, guest, coupon: made.value, lamp, rope, see, take }
}

test('what is proposed is put in the cart with its coupon, and held', async () => {
  const { ctx, guest, lamp, rope, shopId, take, ...w } = await proposed()
  const taken = await take()
  if (!taken.ok) throw new Error(taken.refusal)
  expect(await findCart(ctx, guest, taken.value.token)).toMatchObject({ couponCode: 'PIER' })
  expect(await levelOf({ ctx, shopId }, lamp.variantId)).toEqual({ onHand: 1, reserved: 1 })
  expect(await levelOf({ ctx, shopId }, rope.variantId)).toEqual({ onHand: 5, reserved: 3 })
  expect((await w.ledger()).map(({ kind }) => kind)).toEqual(['cart', 'cart', 'checkout'])
})

test('taken twice, from two tabs or after the back button, it is as many as were shown, the last one too', async () => {
  const { ctx, shopId, lamp, rope, take } = await proposed()
  const first = await take()
  if (!first.ok) throw new Error(first.refusal)
  const { token, cartId } = first.value
  const again = await Promise.all([take(undefined, 'PIER', token), take(undefined, 'PIER', token)])
  expect(again).toEqual([
    done({ cartId, token, opened: false, elsewhere: false }),
    done({ cartId, token, opened: false, elsewhere: false })
  ])
  const lines = await readLines(ctx.db, shopId, cartId)
  expect(lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
    [lamp.sku, 1],
    [rope.sku, 3]
  ])
  expect(await levelOf({ ctx, shopId }, rope.variantId)).toEqual({ onHand: 5, reserved: 3 })
})

test('what changed since it was shown is said before anything is taken, and what remains can be taken', async () => {
  const { ctx, rope, lamp, owner, coupon, see, take, ledger } = await proposed()
  const other = await take([{ sku: lamp.sku, quantity: 1 }])
  expect(other.ok).toBe(true)
  const before = (await ledger()).length
  expect(await take()).toEqual(refused('proposal_changed'))
  expect(await take([{ sku: rope.sku, quantity: 9 }])).toEqual(refused('proposal_changed'))
  const now = await see()
  expect(now.missing.map(({ sku }) => sku)).toEqual([lamp.sku])
  const rest = now.lines.map(({ sku, quantity }) => ({ sku, quantity }))
  expect(rest).toEqual([{ sku: rope.sku, quantity: 3 }])

  await enableCoupon(ctx, owner, { id: coupon.id, enabled: false })
  expect(await take(rest)).toEqual(refused('proposal_changed'))
  expect((await see()).coupon).toMatchObject({ refusal: 'coupon_unknown' })
  expect((await ledger()).length).toBe(before)
  expect(await take(rest, null)).toMatchObject({ ok: true })
})
