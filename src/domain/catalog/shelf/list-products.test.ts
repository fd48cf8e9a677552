import { expect, test } from 'vitest'
import { ownerWithTees } from '../testing.ts'
import {
  listCollections,
  listProducts,
  listTags,
  saveCollection,
  saveProduct,
  setProductStates
} from '../index.ts'
import { countQueries } from '#test/count-queries.ts'
import { world } from '#test/world.ts'

test('the shelf shows what is on sale, newest first, page after page without a gap', async () => {
  const { ctx, given, shopId } = await world()
  const made: string[] = []
  for (let i = 0; i < 7; i++) made.unshift((await given.product()).title)
  await given.product({ state: 'draft' })
  await given.product({ state: 'archived' })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listProducts>> = await listProducts(ctx, shopId, {
      cursor,
      limit: 3
    })
    seen.push(...page.products.map((card) => card.title))
    cursor = page.next
  } while (cursor)
  expect(seen).toEqual(made)
})

test('a card says from which price, whether there is any left, and shows the first picture', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const mug = await given.product({ stock: 0, price: 1800 })
  const bottle = await given.product({ options: { Colour: ['Blue', 'Red'] }, price: 2490 })
  await ctx.db.updateTable('variants').set({ price: 2990 }).where('id', '=', bottle.variants[1]!.id).execute()
  const { products } = await listProducts(ctx, shopId)
  expect(
    products.map(({ title, priceFrom, priceTo, available }) => ({ title, priceFrom, priceTo, available }))
  ).toEqual([
    { title: bottle.title, priceFrom: 2490, priceTo: 2990, available: true },
    { title: mug.title, priceFrom: 1800, priceTo: 1800, available: false }
  ])
  expect(owner.shopId).toBe(shopId)
})

test('a shelf of any length takes two queries', async () => {
  const w = await world()
  for (let i = 0; i < 12; i++) await w.given.product({ options: { Size: ['S', 'M', 'L'] } })
  const counted = countQueries(w.ctx)
  const { products } = await listProducts(counted.ctx, w.shopId)
  expect(products).toHaveLength(12)
  expect(counted.count()).toBeLessThanOrEqual(2)
})

test('a collection keeps its own order; tags and words narrow the shelf', async () => {
  const { ctx, given, shopId } = await world()
  const { owner, tees } = await ownerWithTees(ctx, given, ['Herring tee', 'Quay tee', 'Harbour hoodie'])
  const [herring, quay, hoodie] = tees
  const saved = await saveCollection(ctx, owner, {
    title: 'Rød sommer',
    productIds: [quay!, hoodie!, herring!]
  })
  expect(saved.ok).toBe(true)
  const titles = async (shelf: Parameters<typeof listProducts>[2]) =>
    (await listProducts(ctx, shopId, shelf)).products.map((card) => card.title)
  expect(await titles({ collection: 'rod-sommer' })).toEqual(['Quay tee', 'Harbour hoodie', 'Herring tee'])
  expect(await titles({ q: 'her' })).toEqual(['Herring tee'])
  expect(await titles({ q: 'TEE quay' })).toEqual(['Quay tee'])
  expect(await titles({ q: "');drop table products--:*" })).toEqual([])
  expect(await titles({ q: '!!! &|' })).toEqual([])
  expect(await titles({ tag: 'tee' })).toHaveLength(3)
  expect(await listTags(ctx, shopId)).toEqual([{ tag: 'tee', products: 3 }])
  expect(await listCollections(ctx, shopId)).toMatchObject([{ handle: 'rod-sommer', products: 3 }])
})

test('another shop sees nothing of it, and a forged cursor is no cursor', async () => {
  const { ctx, given, shopId } = await world()
  await given.product()
  const other = await world()
  expect((await listProducts(other.ctx, other.shopId)).products).toEqual([])
  expect((await listProducts(ctx, shopId, { cursor: 'bm9wZQ' })).products).toHaveLength(1)
  const shaped = Buffer.from(JSON.stringify([0, 'nope'])).toString('base64url')
  expect((await listProducts(ctx, shopId, { cursor: shaped })).products).toHaveLength(1)
})

test('products are put away in one go, and the way back is the answer', async () => {
  const { ctx, given, shopId } = await world()
  const { owner, tees } = await ownerWithTees(ctx, given, ['One', 'Two'])
  const foreign = await (await world()).given.product()
  const away = [...tees, foreign.id].map((id) => ({ id, state: 'archived' as const }))
  const put = await setProductStates(ctx, owner, away)
  expect(put.ok && put.value.before.map(({ state }) => state)).toEqual(['active', 'active'])
  expect((await listProducts(ctx, shopId)).products).toEqual([])
  await setProductStates(ctx, owner, put.ok ? put.value.before : [])
  expect((await listProducts(ctx, shopId)).products).toHaveLength(2)
  expect(await setProductStates(ctx, owner, [{ id: 'x', state: 'active' }])).toMatchObject({
    refusal: 'invalid'
  })
})

test('two who give one new product the same address at once: one wins, the other is told', async () => {
  const { ctx, given } = await world()
  const owner = await given.owner()
  const input = (sku: string) => ({
    handle: 'same',
    title: 'Same',
    state: 'active' as const,
    variants: [{ sku, optionValues: [], price: 1 }]
  })
  const both = await Promise.all([saveProduct(ctx, owner, input('A')), saveProduct(ctx, owner, input('B'))])
  expect(both.map((one) => one.ok).sort()).toEqual([false, true])
  expect(both.find((one) => !one.ok)).toMatchObject({ refusal: 'address_taken' })
  const skus = await Promise.all(
    ['one', 'two'].map((handle) => saveProduct(ctx, owner, { ...input('C'), handle, title: handle }))
  )
  expect(skus.find((one) => !one.ok)).toMatchObject({ refusal: 'sku_taken' })
})
