import { expect, test } from 'vitest'
import { recordTouch } from '#domain/attribution/index.ts'
import { createCoupon } from '#domain/coupons/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { expectStockToAddUp, levelOf } from '#test/stock.ts'
import { world, type World } from '#test/world.ts'
import {
  addToCart,
  chooseVariant,
  claimCart,
  countGoods,
  findCart,
  findCurrentCart,
  forgetCarts,
  holdLines,
  lockCart,
  readLines,
  readShelf,
  setCoupon,
  setQuantity
} from './index.ts'

const plain = { country: 'FI', locale: 'en' }
const linesOf = async (w: World, cartId: string) =>
  (await readLines(w.ctx.db, w.shopId, cartId)).map(({ sku, quantity }) => [sku, quantity])

test('goods go in, add up to 99 of one thing, and are recorded once each', async () => {
  const w = await world()
  const { variantId, sku } = await w.given.product({ stock: 500 })
  const { cartId, token } = await w.given.cart([{ variantId, quantity: 90 }], { postId: w.ctx.ids.next() })
  await w.given.cart([{ variantId, quantity: 20 }], { token })
  expect(await linesOf(w, cartId)).toEqual([[sku, 99]])
  expect(await countGoods(w.ctx, w.given.guest(), token)).toBe(99)
  expect((await w.ledger()).map(({ kind, subject_id }) => [kind, subject_id])).toEqual([['cart', cartId]])
})

test.each([0, -1, 100, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
  'a quantity of %s is refused',
  async (n) => {
    const w = await world()
    const { variantId } = await w.given.product()
    const guest = w.given.guest()
    const input = { ...plain, items: [{ variantId, quantity: n }] }
    expect(await addToCart(w.ctx, guest, input)).toMatchObject({ ok: false, refusal: 'invalid' })
    const { token } = await w.given.cart([{ variantId }])
    if (n !== 0) {
      expect(await setQuantity(w.ctx, guest, { token, variantId, quantity: n })).toMatchObject({
        refusal: 'invalid'
      })
    }
  }
)

test('what cannot be bought is refused: unknown, drafted, archived, another shop’s, sold out', async () => {
  const w = await world()
  const other = await world()
  const guest = w.given.guest()
  const put = (variantId: string) =>
    addToCart(w.ctx, guest, { ...plain, items: [{ variantId, quantity: 1 }] })
  expect(await put(w.ctx.ids.next())).toEqual(refused('variant_unknown'))
  expect(await put((await other.given.product()).variantId)).toEqual(refused('variant_unknown'))
  for (const state of ['draft', 'archived'] as const) {
    expect(await put((await w.given.product({ state })).variantId)).toEqual(refused('variant_unknown'))
  }
  const gone = await w.given.product({ stock: 0, title: 'Herring tee' })
  expect(await put(gone.variantId)).toEqual(refused('sold_out', { title: 'Herring tee' }))
  expect(await put("' or 1=1")).toMatchObject({ refusal: 'invalid' })
  for (const free of [{ stock: null }, { stock: 0, continueSelling: true }]) {
    expect(await put((await w.given.product(free)).variantId)).toMatchObject({ ok: true })
  }
})

test('a cart has fifty lines at most', async () => {
  const w = await world()
  const goods = []
  for (let i = 0; i < 51; i++) goods.push(await w.given.product())
  const { token, cartId } = await w.given.cart(goods.slice(0, 50))
  const input = { ...plain, token, items: [{ variantId: goods[50]!.variantId, quantity: 1 }] }
  expect(await addToCart(w.ctx, w.given.guest(), input)).toEqual(refused('cart_full', { most: 50 }))
  expect(await linesOf(w, cartId)).toHaveLength(50)
})

test('one tap puts in the first variant to be had and leaves the choice open, until the shopper makes it', async () => {
  const w = await world()
  const guest = w.given.guest()
  const tee = await w.given.product({ options: { Size: ['S', 'M', 'L'] }, stock: 1 })
  const [s, m, l] = tee.variants
  await w.ctx.db.updateTable('stock').set({ on_hand: 0 }).where('variant_id', '=', s!.id).execute()
  const items = [{ productId: tee.id, quantity: 1 }]
  const added = await addToCart(w.ctx, guest, { ...plain, items })
  if (!added.ok) throw new Error(added.refusal)
  const { token, cartId } = added.value
  const [line] = await readLines(w.ctx.db, w.shopId, cartId)
  expect(line).toMatchObject({ variantId: m!.id, choiceOpen: true })
  const shelf = (await readShelf(w.ctx, w.shopId, [line!], cartId)).get(m!.id)
  expect(shelf!.choices.map(({ label, available }) => [label, available])).toEqual([
    ['S', false],
    ['M', true],
    ['L', true]
  ])
  const choose = (choice: string, variantId = m!.id) =>
    chooseVariant(w.ctx, guest, { token, variantId, choice })
  const cap = await w.given.product()
  expect(await choose(cap.variantId)).toEqual(refused('variant_unknown'))
  expect(await choose(s!.id)).toMatchObject({ refusal: 'sold_out' })
  expect(await choose(l!.id)).toEqual(done(null))
  expect(await readLines(w.ctx.db, w.shopId, cartId)).toMatchObject([{ variantId: l!.id, choiceOpen: false }])
  expect(await choose(l!.id, m!.id)).toEqual(refused('line_not_found'))
})

test('what a cart holds follows its lines', async () => {
  const w = await world()
  const guest = w.given.guest()
  const [tee, cap] = [await w.given.product({ stock: 5 }), await w.given.product({ stock: 5 })]
  const { token, cartId } = await w.given.cart([{ ...tee, quantity: 2 }])
  await setQuantity(w.ctx, guest, { token, variantId: tee.variantId, quantity: 3 })
  expect((await levelOf(w, tee.variantId)).reserved).toBe(0)
  await w.ctx.db.transaction().execute(async (tx) => {
    await lockCart(tx, guest, token)
    await holdLines(w.ctx, tx, w.shopId, cartId, await readLines(tx, w.shopId, cartId))
  })
  expect((await levelOf(w, tee.variantId)).reserved).toBe(3)
  await w.given.cart([cap], { token })
  expect((await levelOf(w, cap.variantId)).reserved).toBe(1)
  await setQuantity(w.ctx, guest, { token, variantId: tee.variantId, quantity: 0 })
  expect((await levelOf(w, tee.variantId)).reserved).toBe(0)
  await expectStockToAddUp(w)
})

test('a cart opens with its secret or to its own member, and to nobody else', async () => {
  const w = await world()
  const { variantId } = await w.given.product()
  const [ana, ben] = [await w.given.member(), await w.given.member()]
  const { cartId, token } = await w.given.cart([{ variantId }], { actor: ana })
  expect(await findCart(w.ctx, ana, cartId)).toMatchObject({ id: cartId })
  expect(await findCurrentCart(w.ctx, ana, null)).toMatchObject({ id: cartId })
  for (const stranger of [ben, w.given.guest()]) {
    expect(await findCart(w.ctx, stranger, cartId)).toBeUndefined()
    const edit = { token: cartId, variantId, quantity: 5 }
    expect(await setQuantity(w.ctx, stranger, edit)).toEqual(refused('cart_not_found'))
  }
  expect(await findCart(w.ctx, ben, token)).toBeUndefined()
  const elsewhere = await world()
  expect(await findCart(w.ctx, elsewhere.given.guest(), token)).toBeUndefined()
})

test('two windows of one member fill one cart', async () => {
  const w = await world()
  const ana = await w.given.member()
  const goods = await Promise.all(Array.from({ length: 6 }, () => w.given.product()))
  const carts = await Promise.all(goods.map((g) => w.given.cart([g], { actor: ana })))
  expect(new Set(carts.map(({ cartId }) => cartId)).size).toBe(1)
  expect(await linesOf(w, carts[0]!.cartId)).toHaveLength(6)
})

test('who signs in keeps the cart at hand, and the one filled elsewhere joins it', async () => {
  const w = await world()
  const ana = await w.given.member()
  const [tee, cap] = [await w.given.product(), await w.given.product()]
  const old = await w.given.cart([{ ...tee, quantity: 2 }, cap], { actor: ana })
  const { cartId, token } = await w.given.cart([{ ...tee, quantity: 3 }])
  await Promise.all([claimCart(w.ctx, ana, token), claimCart(w.ctx, ana, token)])
  expect(await linesOf(w, cartId)).toEqual(
    expect.arrayContaining([
      [tee.sku, 5],
      [cap.sku, 1]
    ])
  )
  expect(await findCurrentCart(w.ctx, ana, null)).toMatchObject({ id: cartId })
  expect(await findCart(w.ctx, w.given.guest(), token)).toMatchObject({ id: cartId })
  expect(await findCart(w.ctx, ana, old.cartId)).toMatchObject({ state: 'abandoned' })
  await claimCart(w.ctx, await w.given.member(), token)
  expect(await findCurrentCart(w.ctx, ana, null)).toMatchObject({ memberId: ana.memberId })
})

test('what led to the cart filled elsewhere leads to the one it joins', async () => {
  const w = await world()
  const ana = await w.given.member()
  const [tee, cap] = [await w.given.product(), await w.given.product()]
  const clickId = await recordTouch(w.ctx, w.ctx.db, ana, { network: 'bluesky' })
  await w.given.cart([tee], { actor: ana, clickId })
  const { cartId, token } = await w.given.cart([cap])
  await claimCart(w.ctx, ana, token)
  expect(await findCart(w.ctx, ana, cartId)).toMatchObject({ clickId })
  const touches = await w.ctx.db
    .selectFrom('cart_touches')
    .selectAll()
    .where('cart_id', '=', cartId)
    .execute()
  expect(touches).toMatchObject([{ click_id: clickId }])
})

test('two devices that sign in at once leave the member one cart with everything in it', async () => {
  const w = await world()
  const ana = await w.given.member()
  const goods = await Promise.all(Array.from({ length: 6 }, () => w.given.product()))
  const guests = await Promise.all(goods.map((g) => w.given.cart([g])))
  await Promise.all(guests.map(({ token }) => claimCart(w.ctx, ana, token)))
  const cart = (await findCurrentCart(w.ctx, ana, null))!
  expect(await linesOf(w, cart.id)).toHaveLength(6)
})

test('a coupon is put on in any writing, refused in its own word, and taken off', async () => {
  const w = await world()
  const { variantId } = await w.given.product({ price: 1_000 })
  const { token } = await w.given.cart([{ variantId }])
  const guest = w.given.guest()
  const coupon = { code: 'HERRING10', kind: 'percent', value: 10, minGoods: 1_500 } as const
  await createCoupon(w.ctx, await w.given.owner(), coupon)
  const set = (code: string | null) => setCoupon(w.ctx, guest, { token, code })
  expect(await set('nosuch')).toMatchObject({ refusal: 'coupon_unknown' })
  expect(await set('\u0000<b>')).toMatchObject({ refusal: 'coupon_unknown' })
  expect(await set('herring10')).toMatchObject({ refusal: 'coupon_min_goods', detail: { least: 1_500 } })
  await setQuantity(w.ctx, guest, { token, variantId, quantity: 2 })
  expect(await set(' herring10 ')).toEqual(done(null))
  expect(await findCart(w.ctx, guest, token)).toMatchObject({ couponCode: 'HERRING10' })
  await set(null)
  expect(await findCart(w.ctx, guest, token)).toMatchObject({ couponCode: null })
})

test('guests’ carts are forgotten after sixty quiet days, members’ are kept', async () => {
  const w = await world()
  const { variantId } = await w.given.product()
  const ana = await w.given.member()
  const { token } = await w.given.cart([{ variantId }])
  const kept = await w.given.cart([{ variantId }], { actor: ana })
  const before = () => new Date(w.clock.now().getTime() - 60 * 86_400_000)
  expect(await forgetCarts(w.ctx, w.shopId, before())).toBe(0)
  w.clock.advance(61 * 86_400_000)
  expect(await forgetCarts(w.ctx, w.shopId, before())).toBe(1)
  expect(await findCart(w.ctx, w.given.guest(), token)).toBeUndefined()
  expect(await findCurrentCart(w.ctx, ana, null)).toMatchObject({ id: kept.cartId })
})
