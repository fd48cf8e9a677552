import { expect, test } from 'vitest'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'

test('staff find this shop’s products that are on sale, by name', async () => {
  const w = await world()
  const herring = await w.given.product({ title: 'Herring tee', price: 3200, stock: 4 })
  await w.given.product({ title: 'Quay tee' })
  await w.given.product({ title: 'Herring towel', state: 'draft' })
  await (await world()).given.product({ title: 'Herring cap' })
  const call = await apiOf(w, await w.given.member({ role: 'marketer' }))
  const answer = await call('GET', '/api/v1/products?state=active&q=herr')
  expect(await answer.json()).toMatchObject({
    products: [{ id: herring.id, title: 'Herring tee', priceFrom: 3200, stock: 4, variants: 1 }]
  })
  expect((await (await apiOf(w, await w.given.member()))('GET', '/api/v1/products')).status).toBe(403)
})
