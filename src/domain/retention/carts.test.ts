import { expect, test } from 'vitest'
import { placeOrder, viewBasket } from '#domain/checkout/index.ts'
import { findOrderOfCart } from '#domain/orders/index.ts'
import { lived, placesOf } from '#domain/privacy/testing.ts'
import { DECLINED, payInput } from '#test/checkout.ts'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import { changeRetention, keepRules, listRuns } from './index.ts'

const DAY = 86_400_000

const cartsOf = (w: World) =>
  w.ctx.db.selectFrom('carts').select(['id', 'state', 'email', 'ship_to', 'member_id']).where('shop_id', '=', w.shopId).orderBy('id').execute() // prettier-ignore

/** A guest's or member's cart whose only attempt to pay was declined. */
async function declined(w: World, actor = w.given.guest()) {
  const { variantId } = await w.given.product({ stock: 5 })
  const { cartId, token } = await w.given.cart([{ variantId }], { actor })
  const payment = { provider: 'test-card', instrument: DECLINED }
  const outcome = await placeOrder(w.ctx, actor, await payInput(w.ctx, actor, token, { payment }))
  expect(outcome).toMatchObject({ refusal: 'card_declined' })
  return { cartId, token }
}

test('an ordered cart forgets who typed what into it, its order does not, and its page still leads there', async () => {
  const w = await world()
  const member = await w.given.member()
  const { variantId } = await w.given.product({ stock: 5 })
  const { cartId, token } = await w.given.cart([{ variantId }], { actor: member })
  await must(placeOrder(w.ctx, member, await payInput(w.ctx, member, token)))
  w.clock.advance(59 * DAY)
  await keepRules(w.ctx, w.shopId)
  expect(await cartsOf(w)).toMatchObject([{ email: expect.any(String), ship_to: expect.anything() }])
  w.clock.advance(2 * DAY)
  await keepRules(w.ctx, w.shopId)
  const blank = { id: cartId, state: 'ordered', email: null, ship_to: null, member_id: member.memberId }
  expect(await cartsOf(w)).toEqual([blank])
  const basket = await viewBasket(w.ctx, member, token)
  expect(basket).toMatchObject({ state: 'ordered', cartId, contact: null })
  expect(await findOrderOfCart(w.ctx, w.shopId, cartId)).toMatchObject({
    email: expect.stringContaining('@'),
    shipTo: { name: expect.stringMatching(/./) }
  })
  expect((await listRuns(w.ctx, w.shopId)).runs).toMatchObject([{ rule: 'guest_carts', affected: 1 }])
})

test('a declined attempt keeps no guest’s cart; a member’s keeps its goods and forgets the address', async () => {
  const w = await world()
  const member = await w.given.member()
  await declined(w)
  const theirs = await declined(w, member)
  w.clock.advance(61 * DAY)
  await w.ctx.db.deleteFrom('reservations').where('shop_id', '=', w.shopId).execute()
  await keepRules(w.ctx, w.shopId)
  const kept = { id: theirs.cartId, state: 'open', email: null, ship_to: null, member_id: member.memberId }
  expect(await cartsOf(w)).toEqual([kept])
  expect(await viewBasket(w.ctx, member, theirs.token)).toMatchObject({ lines: [{}], contact: null })
})

test('the carts of orders are blanked with them, and a cart that is being filled is not', async () => {
  const w = await world()
  const gone = await lived(w, 'typed')
  const days = { guest_carts: 365, booksYears: 1, booksBuyer: null }
  await must(changeRetention(w.ctx, await w.given.owner(), days))
  w.clock.set(new Date('2028-01-02T00:00:00Z'))
  // As if only just ordered: the age of carts has no part in this.
  await w.ctx.db.updateTable('carts').set({ updated_at: w.clock.now() }).where('shop_id', '=', w.shopId).execute() // prettier-ignore
  expect((await placesOf(w, gone.marks)).filter((place) => place.startsWith('carts.'))).not.toEqual([])
  await keepRules(w.ctx, w.shopId)
  const carts = await cartsOf(w)
  expect(carts.filter(({ state }) => state === 'ordered')).toMatchObject(
    [1, 2].map(() => ({ email: null, ship_to: null, member_id: null }))
  )
  expect(carts.filter(({ state }) => state === 'open')).toMatchObject([{ member_id: gone.actor.memberId }])
})
