import { expect, test } from 'vitest'
import { findProduct, listProducts, listStudioProducts } from '#domain/catalog/index.ts'
import { findGone } from '#domain/checkout/index.ts'
import { world } from '#test/world.ts'
import { setStoreDisabled } from './index.ts'

test('what lives elsewhere is to be had without stock of ours while its store is open, and only then', async () => {
  const w = await world()
  const there = await w.given.product({ stock: 0 })
  const [gone, here] = [await w.given.product({ stock: 0 }), await w.given.product({ stock: 3 })]
  const store = await w.given.store({ goods: [there] })
  const look = async () => {
    const { products } = await listProducts(w.ctx, w.shopId, {})
    const page = await findProduct(w.ctx, w.shopId, there.handle)
    const [variant] = page!.variants
    return {
      onShelf: [there, gone, here].map(({ id }) => products.find((one) => one.id === id)!.available),
      variant: [variant!.available, variant!.left, variant!.store],
      instead: (await findGone(w.ctx, w.shopId, gone.id))!.alternatives.map(({ handle }) => handle).sort()
    }
  }
  expect(await look()).toEqual({
    onShelf: [true, false, true],
    variant: [true, null, store.name],
    instead: [here.handle, there.handle].sort()
  })
  await setStoreDisabled(w.ctx, await w.given.owner(), { storeId: store.id, disabled: true })
  expect(await look()).toEqual({
    onShelf: [false, false, true],
    variant: [false, null, store.name],
    instead: [here.handle]
  })
})

test('staff see no count of ours for what is elsewhere', async () => {
  const w = await world()
  const tee = await w.given.product({ stock: 7, options: { Size: ['S', 'M'] } })
  const stockOf = async () => (await listStudioProducts(w.ctx, w.shopId, {})).products[0]!.stock
  expect(await stockOf()).toBe(14)
  const { id, variants } = tee
  await w.given.store({ goods: [{ id, variants: variants.slice(0, 1) }] })
  expect(await stockOf()).toBe(7)
  await w.given.store({ goods: [tee] })
  expect(await stockOf()).toBeNull()
})
