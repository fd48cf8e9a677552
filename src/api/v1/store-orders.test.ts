import { expect, test } from 'vitest'
import { apiOf, programOf } from '#test/api.ts'
import { world } from '#test/world.ts'
import {
  attributes,
  fromShopify,
  handedOver,
  hear,
  shopifyOrder,
  SHOPIFY_GOODS
} from '../../domain/store-orders/testing.ts'

async function sold() {
  const w = await world()
  const { store, code } = await handedOver(w)
  const paid = (id: number, more = {}) =>
    shopifyOrder({ id, name: `#${id}`, financial_status: 'paid', ...more })
  await hear(w, store.id, fromShopify('orders/paid', paid(1, attributes(code))))
  await hear(w, store.id, fromShopify('orders/paid', paid(2)))
  await hear(w, store.id, fromShopify('orders/paid', paid(3, { ...attributes(code), currency: 'SEK' })))
  await hear(w, store.id, fromShopify('orders/paid', paid(4), 'forged'))
  return { w, path: `/api/v1/stores/${store.id}` }
}

test('a store’s orders come in pages, those from here by themselves, what it said and what came of it beside them', async () => {
  const { w, path } = await sold()
  const program = await programOf(w)
  const json = async (sub: string) => (await program('GET', path + sub)).json()
  const first = (await json('/orders?limit=2')) as { orders: { number: string }[]; next: string }
  const rest = (await json(`/orders?limit=2&cursor=${encodeURIComponent(first.next)}`)) as typeof first
  expect([...first.orders, ...rest.orders].map(({ number }) => number).sort()).toEqual(['#1', '#2', '#3'])
  expect(rest.next).toBeNull()
  const { orders } = (await json('/orders?ours=true')) as { orders: object[] }
  expect(orders).toHaveLength(2)
  expect(orders).toContainEqual(
    expect.objectContaining({ number: '#1', state: 'paid', ours: true, net: SHOPIFY_GOODS, currency: 'EUR' })
  )
  expect(orders).toContainEqual(expect.objectContaining({ number: '#3', net: null, currency: 'SEK' }))
  const { messages } = (await json('/messages')) as { messages: { state: string; problem: string | null }[] }
  expect(messages.map(({ state, problem }) => [state, problem])).toContainEqual(['refused', 'signature'])
  expect(await json('/results')).toEqual({
    ...{ days: 90, handOvers: 1, converted: 1, orders: 1, revenue: SHOPIFY_GOODS, otherCurrency: 1 }
  })
})

test('a secret is made, or taken as the store shows it; it is told once and never kept by a cache', async () => {
  const { w, path } = await sold()
  const program = await programOf(w)
  const made = await program('POST', `${path}/secret`, {})
  expect([made.status, made.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await made.json()).toMatchObject({ secret: expect.stringMatching(/^[a-z0-9]{40}$/) })
  const pasted = await program('POST', `${path}/secret`, { secret: '9fa0b2d06a9fa0b2d06a' })
  expect(await pasted.json()).toMatchObject({
    secret: '9fa0b2d06a9fa0b2d06a',
    oldValidUntil: expect.any(String)
  })
  for (const secret of ['short', 'with a\ttab within', 'whsec_********', 'x'.repeat(201)])
    expect((await program('POST', `${path}/secret`, { secret })).status).toBe(422)
})

test('each needs its permission, and another shop’s store is not there', async () => {
  const { w, path } = await sold()
  const asks = [
    ['GET', '/orders', 'orders.read'],
    ['GET', '/messages', 'shop.settings'],
    ['GET', '/results', 'results.read'],
    ['POST', '/secret', 'shop.settings']
  ] as const
  const guest = await apiOf(w, w.given.guest())
  const stranger = await programOf(await world())
  for (const [method, sub, scope] of asks) {
    const body = method === 'POST' ? {} : undefined
    expect((await guest(method, path + sub, body)).status).toBe(401)
    const without = await programOf(w, scope === 'orders.read' ? ['results.read'] : ['orders.read'])
    expect((await without(method, path + sub, body)).status).toBe(403)
    expect((await stranger(method, path + sub, body)).status).toBe(404)
  }
})
