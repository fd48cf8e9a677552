import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { recordTouch } from '#domain/attribution/index.ts'
import { findCart, readLines, setCoupon } from '#domain/carts/index.ts'
import { refused } from '#platform/outcome.ts'
import { world, type World } from '#test/world.ts'
import { handOver, setStoreDisabled } from './index.ts'

const rowsOf = (w: World) =>
  w.ctx.db.selectFrom('hand_overs').selectAll().where('shop_id', '=', w.shopId).execute()
const entries = async (w: World) => (await w.ledger()).filter(({ kind }) => kind === 'hand_over')

/** Opens the pool's connections, so that what comes next really runs side by side. */
const atOnce = (w: World) =>
  Promise.all(Array.from({ length: 12 }, () => sql`select pg_sleep(0.1)`.execute(w.ctx.db)))

async function going(w: World, kind: 'shopify' | 'url' = 'shopify') {
  const [tee, cap, ours] = [await w.given.product(), await w.given.product(), await w.given.product()]
  const store = await w.given.store({ kind, goods: [tee, cap] })
  const guest = w.given.guest()
  const cart = await w.given.cart([{ ...tee, quantity: 2 }, cap, ours])
  return { tee, cap, ours, store, guest, ...cart, go: { token: cart.token, storeId: store.id } }
}

test('goods, coupon and what led to them go to the store; the cart keeps its lines, the ledger says where they went', async () => {
  const w = await world()
  const campaignId = await w.given.campaignRow()
  const postId = await w.given.publishedPost({ campaignId })
  const ana = await w.given.member()
  const tee = await w.given.product({ price: 2_000 })
  const { id: storeId, outside } = await w.given.store({ goods: [tee] })
  const clickId = await recordTouch(w.ctx, w.ctx.db, ana, { postId, network: 'instagram' })
  const { token, cartId } = await w.given.cart([{ ...tee, quantity: 2 }], { actor: ana, clickId, postId })
  await setCoupon(w.ctx, ana, { token, code: 'theirs-10' })
  const handed = await handOver(w.ctx, ana, { token, storeId, arrival: { fbclid: 'f1', tclid: 'no' } })
  if (!handed.ok) throw new Error(handed.refusal)
  const { id, code, address } = handed.value
  const url = new URL(address)
  expect(url.origin + url.pathname).toBe(`https://shop.example.com/cart/${outside.get(tee.variantId)}:2`)
  expect(Object.fromEntries(url.searchParams)).toEqual({
    ...{ discount: 'THEIRS-10', ref: code, 'attributes[torilla]': code, utm_source: 'instagram' },
    ...{ utm_medium: 'social', utm_campaign: campaignId, utm_content: postId, fbclid: 'f1' }
  })
  expect(await rowsOf(w)).toMatchObject([
    {
      ...{ id, code, store_id: storeId, cart_id: cartId, member_id: ana.memberId, click_id: clickId },
      coupon_code: 'THEIRS-10',
      lines: [{ variantId: tee.variantId, productId: tee.id, quantity: 2, price: 2_000, postId, clickId }]
    }
  ])
  expect(await entries(w)).toMatchObject([
    {
      ...{ subject_id: cartId, actor: ana.memberId, post_id: postId, campaign_id: campaignId },
      ...{ network: 'instagram', payload: { handOverId: id, storeId, cartId } }
    }
  ])
  expect(await readLines(w.ctx.db, w.shopId, cartId)).toHaveLength(1)
  expect(await findCart(w.ctx, ana, token)).toMatchObject({ state: 'open' })
})

test('pressed many times at once it is one hand-over; with other goods, or later, another', async () => {
  const w = await world()
  const { guest, go, cap, token } = await going(w)
  await atOnce(w)
  const many = await Promise.all(Array.from({ length: 12 }, () => handOver(w.ctx, guest, go)))
  expect(many.every(({ ok }) => ok)).toBe(true)
  expect(new Set(many.map((one) => one.ok && one.value.address)).size).toBe(1)
  expect(await rowsOf(w)).toHaveLength(1)
  expect(await entries(w)).toHaveLength(1)
  await w.given.cart([cap], { token })
  expect(await handOver(w.ctx, guest, go)).toMatchObject({ value: { again: false } })
  w.clock.advance(9 * 60_000)
  expect(await handOver(w.ctx, guest, go)).toMatchObject({ value: { again: true } })
  w.clock.advance(60_000)
  expect(await handOver(w.ctx, guest, go)).toMatchObject({ value: { again: false } })
  expect(await entries(w)).toHaveLength(3)
})

test('only what lives in the store goes there, and a plain store takes one thing at a time', async () => {
  const w = await world()
  const { guest, go, tee, cap, ours, store } = await going(w, 'url')
  const take = (variantId?: string) => handOver(w.ctx, guest, { ...go, variantId })
  for (const { variantId } of [tee, cap]) {
    const handed = await take(variantId)
    expect(handed.ok && handed.value.address).toMatch(new RegExp(`^${store.outside.get(variantId)}\\?`))
  }
  expect(await take()).toMatchObject({ value: { again: true } })
  expect(await take(ours.variantId)).toEqual(refused('nothing_for_store', { store: store.name }))
  expect((await rowsOf(w)).map(({ lines }) => (lines as unknown[]).length)).toEqual([1, 1])
})

test('a store that is off takes nothing, and nothing is written', async () => {
  const w = await world()
  const { guest, go, store } = await going(w)
  const owner = await w.given.owner()
  await setStoreDisabled(w.ctx, owner, { storeId: store.id, disabled: true })
  expect(await handOver(w.ctx, guest, go)).toEqual(refused('store_closed', { store: store.name }))
  expect([await rowsOf(w), await entries(w)]).toEqual([[], []])
  await setStoreDisabled(w.ctx, owner, { storeId: store.id, disabled: false })
  expect(await handOver(w.ctx, guest, go)).toMatchObject({ ok: true })
})

test('goods that are sold no more, or whose size is open, stay until that is settled', async () => {
  const w = await world()
  const tee = await w.given.product({ title: 'Tee', options: { Size: ['S', 'M'] } })
  const { id: storeId } = await w.given.store({ goods: [tee] })
  const guest = w.given.guest()
  const { token } = await w.given.cart([{ productId: tee.id } as never])
  expect(await handOver(w.ctx, guest, { token, storeId })).toEqual(refused('choice_open', { title: 'Tee' }))
  await w.ctx.db.updateTable('products').set({ state: 'archived' }).where('id', '=', tee.id).execute()
  expect(await handOver(w.ctx, guest, { token, storeId })).toEqual(refused('line_gone', { title: 'Tee' }))
  expect(await rowsOf(w)).toEqual([])
})

test('another’s cart, another shop’s store and what is none at all lead nowhere', async () => {
  const [w, other] = [await world(), await world()]
  const { guest, go, cartId } = await going(w)
  const theirs = await other.given.store()
  const stranger = await w.given.member()
  const gone = refused('store_not_found')
  expect(await handOver(w.ctx, guest, { ...go, storeId: theirs.id })).toEqual(gone)
  expect(await handOver(w.ctx, guest, { ...go, storeId: w.ctx.ids.next() })).toEqual(gone)
  expect(await handOver(w.ctx, stranger, { ...go, token: cartId })).toEqual(refused('cart_not_found'))
  expect(await handOver(other.ctx, other.given.guest(), go)).toEqual(refused('cart_not_found'))
  expect(await handOver(w.ctx, guest, { ...go, storeId: "' or 1=1" })).toMatchObject({ refusal: 'invalid' })
})

test('staff who try it out go there too, and are not counted', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product()
  const { id: storeId } = await w.given.store({ goods: [tee] })
  const { token } = await w.given.cart([tee], { actor: owner })
  expect(await handOver(w.ctx, owner, { token, storeId })).toMatchObject({ ok: true })
  expect(await rowsOf(w)).toHaveLength(1)
  expect(await entries(w)).toEqual([])
})
