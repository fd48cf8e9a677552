import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { done, refused } from '#platform/outcome.ts'
import { world } from '#test/world.ts'
import {
  changeStore,
  createStore,
  findStore,
  findStoreSecret,
  homesOf,
  homesOfProduct,
  listStores,
  setStoreDisabled,
  setStoreGoods
} from './index.ts'

test('a store is made, changed by who read it last, put off and on, and never tells its secret', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const made = await createStore(w.ctx, owner, {
    ...{
      name: ' Harbour  Goods ',
      kind: 'shopify',
      address: 'https://Harbour.Example.com/',
      secret: 'shh-very'
    }
  })
  if (!made.ok) throw new Error(made.refusal)
  const { id } = made.value
  const store = (await findStore(w.ctx, w.shopId, id))!
  expect(store).toMatchObject({ name: 'Harbour Goods', address: 'https://harbour.example.com', version: 1 })
  expect(store).toMatchObject({ hasSecret: true, disabledAt: null, goods: 0 })
  expect(store.inbox).toMatch(/^[\w-]{22}$/)
  expect(JSON.stringify(store)).not.toContain('shh-very')
  expect(await findStoreSecret(w.ctx, w.shopId, id)).toBe('shh-very')
  const change = { storeId: id, version: 1, name: 'Quay' }
  const both = await Promise.all([changeStore(w.ctx, owner, change), changeStore(w.ctx, owner, change)])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(both).toContainEqual(refused('store_stale'))
  expect(await findStore(w.ctx, w.shopId, id)).toMatchObject({ name: 'Quay', version: 2, hasSecret: true })
  await changeStore(w.ctx, owner, { storeId: id, version: 2, secret: '' })
  expect(await findStoreSecret(w.ctx, w.shopId, id)).toBeNull()
  expect(await setStoreDisabled(w.ctx, owner, { storeId: id, disabled: true })).toEqual(done(null))
  expect((await findStore(w.ctx, w.shopId, id))!.disabledAt).toEqual(w.ctx.clock.now())
  await setStoreDisabled(w.ctx, owner, { storeId: id, disabled: false })
  expect((await findStore(w.ctx, w.shopId, id))!.disabledAt).toBeNull()
})

test('another shop’s store is not to be found, changed, put off or filled', async () => {
  const [w, other] = [await world(), await world()]
  const owner = await w.given.owner()
  const { id } = await other.given.store()
  const theirs = (await findStore(other.ctx, other.shopId, id))!
  const tee = await w.given.product()
  expect(await findStore(w.ctx, w.shopId, id)).toBeUndefined()
  expect(await findStoreSecret(w.ctx, w.shopId, id)).toBeNull()
  expect(await listStores(w.ctx, w.shopId)).toEqual([])
  const gone = refused('store_not_found')
  expect(await changeStore(w.ctx, owner, { storeId: id, version: 1, name: 'Mine' })).toEqual(gone)
  expect(await setStoreDisabled(w.ctx, owner, { storeId: id, disabled: true })).toEqual(gone)
  const goods = [{ variantId: tee.variantId, storeId: id, outsideId: '1' }]
  expect(await setStoreGoods(w.ctx, owner, { productId: tee.id, goods })).toEqual(gone)
  expect(await findStore(other.ctx, other.shopId, id)).toEqual(theirs)
})

test('twenty stores are enough, however many are made at once', async () => {
  const w = await world()
  const owner = await w.given.owner()
  for (let i = 0; i < 18; i++) await w.given.store()
  await Promise.all([1, 2, 3, 4].map(() => sql`select pg_sleep(0.1)`.execute(w.ctx.db)))
  const input = { name: 'One more', kind: 'url', address: 'https://more.example.com' } as const
  const made = await Promise.all([1, 2, 3, 4].map(() => createStore(w.ctx, owner, input)))
  expect(made.filter(({ ok }) => ok)).toHaveLength(2)
  expect(made).toContainEqual(refused('too_many_stores', { most: 20 }))
  expect(await listStores(w.ctx, w.shopId)).toHaveLength(20)
})

test('variants live in a store under its own numbers, one number each, until they are sold here again', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product({ options: { Size: ['S', 'M'] } })
  const [s, m] = tee.variants
  const { id: storeId, name } = await w.given.store()
  const set = (goods: { variantId: string; outsideId: string }[], productId = tee.id) =>
    setStoreGoods(w.ctx, owner, { productId, goods: goods.map((one) => ({ ...one, storeId })) })
  const gid = { variantId: s!.id, outsideId: 'gid://shopify/ProductVariant/11' }
  expect(await set([gid, { variantId: m!.id, outsideId: '12' }])).toEqual(done(null))
  const homes = await homesOfProduct(w.ctx.db, w.shopId, tee.id)
  expect(homes.map(({ variantId, store, outsideId }) => [variantId, store, outsideId])).toEqual([
    [s!.id, name, '11'],
    [m!.id, name, '12']
  ])
  const swapped = [
    { variantId: s!.id, outsideId: '12' },
    { variantId: m!.id, outsideId: '11' }
  ]
  expect(await set(swapped)).toEqual(done(null))
  const now = await homesOfProduct(w.ctx.db, w.shopId, tee.id)
  expect(now.map(({ variantId, outsideId }) => [variantId, outsideId])).toEqual([[s!.id, '12'], [m!.id, '11']]) // prettier-ignore
  const cap = await w.given.product()
  const taken = [{ variantId: cap.variantId, outsideId: '12' }]
  expect(await set(taken, cap.id)).toEqual(refused('outside_id_taken'))
  expect(await set([swapped[0]!])).toEqual(done(null))
  expect([...(await homesOf(w.ctx.db, w.shopId, [s!.id, m!.id])).keys()]).toEqual([s!.id])
  expect(await set([])).toEqual(done(null))
  expect(await homesOf(w.ctx.db, w.shopId, [s!.id, m!.id])).toEqual(new Map())
})

test.each([
  ['shopify', { outsideId: '12a' }, 'outside_id_refused'],
  ['shopify', { outsideId: '1:1,2' }, 'outside_id_refused'],
  ['woocommerce', { outsideId: '0' }, 'outside_id_refused'],
  ['woocommerce', { outsideId: '' }, 'outside_id_refused'],
  ['ucp', { outsideId: 'a\u0000b' }, 'outside_id_refused'],
  ['url', { outsideId: '1' }, 'goods_address_refused'],
  ['url', { url: 'https://evil.example.com/p/1' }, 'goods_address_refused'],
  ['url', { url: 'javascript:alert(1)' }, 'goods_address_refused'],
  ['url', { url: 'https://plain.example.com@evil.example.com/' }, 'goods_address_refused'],
  ['url', { url: 'http://plain.example.com/p/1' }, 'goods_address_refused']
] as const)('what a %s store could not mean is refused: %j', async (kind, named, refusal) => {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product()
  const { id: storeId } = await w.given.store({ kind })
  const goods = [{ variantId: tee.variantId, storeId, ...named }]
  expect(await setStoreGoods(w.ctx, owner, { productId: tee.id, goods })).toMatchObject({ refusal })
  expect(await homesOf(w.ctx.db, w.shopId, [tee.variantId])).toEqual(new Map())
})

test('a plain store that moves takes the addresses of its goods along', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product()
  const { id: storeId } = await w.given.store({ kind: 'url' })
  const goods = [{ variantId: tee.variantId, storeId, url: 'https://plain.example.com/tee?n={quantity}' }]
  expect(await setStoreGoods(w.ctx, owner, { productId: tee.id, goods })).toEqual(done(null))
  await changeStore(w.ctx, owner, { storeId, version: 1, address: 'https://new-place.example.org/shop' })
  const homes = await homesOfProduct(w.ctx.db, w.shopId, tee.id)
  expect(homes.map(({ url }) => url)).toEqual(['https://new-place.example.org/tee?n={quantity}'])
})

test('goods of another product, and products of another shop, are not set', async () => {
  const [w, other] = [await world(), await world()]
  const owner = await w.given.owner()
  const [tee, cap] = [await w.given.product(), await w.given.product()]
  const { id: storeId } = await w.given.store()
  const goods = [{ variantId: cap.variantId, storeId, outsideId: '1' }]
  expect(await setStoreGoods(w.ctx, owner, { productId: tee.id, goods })).toEqual(refused('variant_unknown'))
  const theirs = await other.given.product()
  const input = { productId: theirs.id, goods: [{ variantId: theirs.variantId, storeId, outsideId: '1' }] }
  expect(await setStoreGoods(w.ctx, owner, input)).toEqual(refused('product_not_found'))
})
