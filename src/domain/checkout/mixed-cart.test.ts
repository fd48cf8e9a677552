import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addToCart, findCart, keepRest, readLines, removeLinesOf, setCoupon } from '#domain/carts/index.ts'
import { createCoupon } from '#domain/coupons/index.ts'
import { findOrder } from '#domain/orders/index.ts'
import { handOver, setStoreDisabled, setStoreGoods } from '#domain/stores/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { payInput } from '#test/checkout.ts'
import { expectStockToAddUp, levelOf } from '#test/stock.ts'
import { world, type World } from '#test/world.ts'
import { placeOrder, proposeCart, startCheckout, takeProposal, viewBasket } from './index.ts'
import { reckon } from './pricing/reckon.ts'

async function mixed(w: World, stock = 5) {
  const ours = await w.given.product({ price: 3_000, stock })
  const theirs = await w.given.product({ price: 9_900, stock: 4 })
  const store = await w.given.store({ goods: [theirs] })
  const guest = w.given.guest()
  const cart = await w.given.cart([
    { ...ours, quantity: 2 },
    { ...theirs, quantity: 4 }
  ])
  return { ours, theirs, store, guest, ...cart }
}

const idsOf = async (w: World, cartId: string) =>
  (await readLines(w.ctx.db, w.shopId, cartId)).map(({ variantId }) => variantId)

test('a cart of both is two groups; our checkout takes only ours, and what is left becomes the next cart', async () => {
  const w = await world()
  const { ours, theirs, store, guest, token, cartId } = await mixed(w)
  const basket = (await viewBasket(w.ctx, guest, token))!
  expect(basket.lines.map(({ variantId }) => variantId)).toEqual([ours.variantId])
  expect(basket.elsewhere).toMatchObject([
    {
      ...{ store: { id: store.id, name: store.name, open: true, single: false }, total: 39_600 },
      lines: [{ variantId: theirs.variantId, quantity: 4, problem: null }],
      handedAt: null
    }
  ])
  expect(basket.totals.goods).toBe(6_000)
  await startCheckout(w.ctx, guest, { token })
  expect((await levelOf(w, ours.variantId)).reserved).toBe(2)
  expect((await levelOf(w, theirs.variantId)).reserved).toBe(0)
  const placed = await placeOrder(w.ctx, guest, await payInput(w.ctx, guest, token))
  if (!placed.ok) throw new Error(placed.refusal)
  const order = (await findOrder(w.ctx, w.shopId, placed.value.orderId))!
  expect(order.lines.map(({ variantId, quantity }) => [variantId, quantity])).toEqual([[ours.variantId, 2]])
  const rests = await Promise.all([keepRest(w.ctx, guest, token), keepRest(w.ctx, guest, token)])
  const rest = rests.find(({ ok }) => ok)
  if (!rest?.ok) throw new Error('nothing was kept')
  expect(rests).toContainEqual(refused('cart_not_found'))
  expect(await idsOf(w, cartId)).toEqual([ours.variantId])
  expect(await idsOf(w, rest.value.cartId)).toEqual([theirs.variantId])
  expect(await findCart(w.ctx, guest, rest.value.token)).toMatchObject({ state: 'open' })
  expect(await handOver(w.ctx, guest, { token: rest.value.token, storeId: store.id })).toMatchObject({
    ok: true
  })
  await expectStockToAddUp(w)
})

test('a cart of goods elsewhere alone is no order of ours, nor is any stock of ours held for it', async () => {
  const w = await world()
  const theirs = await w.given.product({ stock: 3 })
  await w.given.store({ goods: [theirs] })
  const guest = w.given.guest()
  const added = await addToCart(w.ctx, guest, {
    ...{ items: [{ variantId: theirs.variantId, quantity: 99 }], country: 'FI', locale: 'en', hold: true }
  })
  if (!added.ok) throw new Error(added.refusal)
  const { token } = added.value
  expect(added.value.elsewhere).toBe(true)
  expect((await levelOf(w, theirs.variantId)).reserved).toBe(0)
  expect((await viewBasket(w.ctx, guest, token))!.elsewhere[0]!.lines[0]!.problem).toBeNull()
  expect(await startCheckout(w.ctx, guest, { token })).toEqual(refused('cart_elsewhere'))
  expect(await placeOrder(w.ctx, guest, await payInput(w.ctx, guest, token))).toEqual(
    refused('cart_elsewhere')
  )
  await w.settle()
  expect((await w.ledger()).map(({ kind }) => kind)).toEqual(['cart'])
})

test('of a store that is off nothing goes into a cart, what is in says so, and ours can be bought', async () => {
  const w = await world()
  const { theirs, store, guest, token } = await mixed(w)
  await setStoreDisabled(w.ctx, await w.given.owner(), { storeId: store.id, disabled: true })
  const put = { items: [{ variantId: theirs.variantId, quantity: 1 }], country: 'FI', locale: 'en' }
  expect(await addToCart(w.ctx, guest, put)).toMatchObject({ refusal: 'sold_out' })
  const { elsewhere } = (await viewBasket(w.ctx, guest, token))!
  expect(elsewhere[0]!.lines[0]!.problem).toEqual({ kind: 'store_closed', left: 0 })
  const placed = await placeOrder(w.ctx, guest, await payInput(w.ctx, guest, token))
  expect(placed).toMatchObject({ ok: true })
})

test('a code only a store may know is kept for it, and takes nothing off ours; one of ours counts for ours alone', async () => {
  const w = await world()
  const { guest, token, ours } = await mixed(w)
  expect(await setCoupon(w.ctx, guest, { token, code: 'theirs' })).toEqual(done(null))
  const before = (await viewBasket(w.ctx, guest, token))!
  expect(before.coupon).toEqual({ code: 'THEIRS', refusal: null, least: 0, ours: false })
  expect(before.totals.discount).toBe(0)
  const half = { code: 'HALF', kind: 'percent', value: 50, minGoods: 6_001 } as const
  await createCoupon(w.ctx, await w.given.owner(), half)
  expect(await setCoupon(w.ctx, guest, { token, code: 'half' })).toMatchObject({
    refusal: 'coupon_min_goods'
  })
  const alone = await w.given.cart([ours])
  expect(await setCoupon(w.ctx, guest, { ...alone, code: 'theirs' })).toMatchObject({
    refusal: 'coupon_unknown'
  })
  expect(await placeOrder(w.ctx, guest, await payInput(w.ctx, guest, token))).toMatchObject({ ok: true })
})

test('what was taken to a store says when, until it is taken out', async () => {
  const w = await world()
  const { theirs, store, guest, token, ours, cartId } = await mixed(w)
  await handOver(w.ctx, guest, { token, storeId: store.id })
  const at = w.ctx.clock.now()
  const [group] = (await viewBasket(w.ctx, guest, token))!.elsewhere
  expect([group!.handedAt, group!.lines[0]!.handedAt]).toEqual([at, at])
  expect(await removeLinesOf(w.ctx, guest, { token, storeId: store.id })).toEqual(done(null))
  expect(await idsOf(w, cartId)).toEqual([ours.variantId])
  const again = await removeLinesOf(w.ctx, guest, { token, storeId: store.id })
  expect(again).toEqual(refused('line_not_found'))
  expect(theirs.variantId).not.toBe(ours.variantId)
})

test('what is put in after the rest was taken to a store stays when that is taken out', async () => {
  const w = await world()
  const { theirs, store, guest, token, ours, cartId } = await mixed(w)
  await handOver(w.ctx, guest, { token, storeId: store.id })
  const later = await w.given.product()
  const goods = [{ variantId: later.variantId, storeId: store.id, outsideId: '990' }]
  expect(await setStoreGoods(w.ctx, await w.given.owner(), { productId: later.id, goods })).toEqual(
    done(null)
  )
  await w.given.cart([later], { token })
  expect(await removeLinesOf(w.ctx, guest, { token, storeId: store.id })).toEqual(done(null))
  expect((await idsOf(w, cartId)).sort()).toEqual([ours.variantId, later.variantId].sort())
  expect(theirs.variantId).not.toBe(later.variantId)
})

test('what was bought here and moved to a store since is not what the order left', async () => {
  const w = await world()
  const { ours, theirs, store, guest, token } = await mixed(w)
  expect(await placeOrder(w.ctx, guest, await payInput(w.ctx, guest, token))).toMatchObject({ ok: true })
  const goods = [{ variantId: ours.variantId, storeId: store.id, outsideId: '991' }]
  await setStoreGoods(w.ctx, await w.given.owner(), { productId: ours.id, goods })
  const rest = await keepRest(w.ctx, guest, token)
  expect(rest.ok && (await idsOf(w, rest.value.cartId))).toEqual([theirs.variantId])
  expect(await keepRest(w.ctx, guest, token)).toEqual(refused('cart_not_found'))
})

test('ours is held as long as it is, though the store of the rest is off', async () => {
  const w = await world()
  const { store, guest, token } = await mixed(w)
  await startCheckout(w.ctx, guest, { token })
  const { heldUntil } = (await viewBasket(w.ctx, guest, token))!
  expect(heldUntil).not.toBeNull()
  await setStoreDisabled(w.ctx, await w.given.owner(), { storeId: store.id, disabled: true })
  expect((await viewBasket(w.ctx, guest, token))!.heldUntil).toEqual(heldUntil)
})

test('an address that proposes both shows both, and puts both into the cart', async () => {
  const w = await world()
  const { ours, theirs, guest } = await mixed(w)
  const items = [ours, theirs].map(({ sku }) => ({ sku, quantity: 3 }))
  const asked = { items, codes: ['THEIRS'], country: 'FI', cartId: null }
  const proposal = await proposeCart(w.ctx, w.shopId, asked)
  expect([proposal.lines.length, proposal.elsewhere.length, proposal.missing]).toEqual([1, 1, []])
  expect([proposal.totals.goods, proposal.coupon?.refusal]).toEqual([9_000, null])
  const cart = { country: 'FI', locale: 'en', hold: true }
  const taken = await takeProposal(w.ctx, guest, { items, code: 'THEIRS' }, cart)
  expect(taken).toMatchObject({ ok: true, value: { elsewhere: true } })
})

const money = fc.integer({ min: 1, max: 1_000_000 })
const goods = (store: object | null) =>
  fc.record({
    ...{ variantId: fc.uuid(), price: money, quantity: fc.integer({ min: 1, max: 99 }) },
    ...{
      taxClass: fc.constantFrom('standard', 'reduced'),
      grams: fc.nat(5_000),
      requiresShipping: fc.boolean()
    },
    store: fc.constant(store)
  })

test('however much of a cart lives elsewhere, what ours comes to is what it comes to alone', async () => {
  const w = await world()
  const { readTerms } = await import('#domain/delivery/index.ts')
  const terms = await readTerms(w.ctx.db, w.shopId, 'FI', w.ctx.clock.now())
  const store = { id: 's', name: 'S', address: 'https://s.example', open: true, single: false }
  const coupon = {
    ...{ code: 'C', kind: 'percent', value: 15, minGoods: 5_000, startsAt: null, endsAt: null },
    ...{ maxUses: null, used: 0, disabledAt: null }
  } as unknown as Parameters<typeof reckon>[2]['coupon']
  fc.assert(
    fc.property(
      fc.array(goods(null), { minLength: 1, maxLength: 8 }),
      fc.array(goods(store), { maxLength: 8 }),
      fc.boolean(),
      (ours, theirs, coded) => {
        const wish = {
          code: coded ? 'C' : null,
          coupon: coded ? coupon : undefined,
          rateId: null,
          now: new Date(0)
        }
        const reckoned = reckon([...theirs, ...ours] as never, terms, wish)
        expect(reckoned).toEqual(reckon(ours as never, terms, wish))
      }
    )
  )
})
