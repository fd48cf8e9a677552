import { expect, test } from 'vitest'
import { apiOf, programOf } from '#test/api.ts'
import { world } from '#test/world.ts'

type Json = Record<string, never> & { id: string; address: string; code: string }
const json = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Json
const v1 = (path: string) => `/api/v1${path}`
const FIELDS = {
  name: 'Harbour',
  kind: 'shopify',
  address: 'https://harbour.example.com/',
  secret: 'shh-very'
}

test('a store is made, read, changed by the version that was read and put off; its secret is never told', async () => {
  const w = await world()
  const call = await programOf(w)
  const made = await call('POST', v1('/stores'), FIELDS)
  const text = await made.text()
  const store = JSON.parse(text) as Json
  expect([made.status, store.address, store.hasSecret]).toEqual([201, 'https://harbour.example.com', true])
  const path = v1(`/stores/${store.id}`)
  const read = await call('GET', path)
  const etag = read.headers.get('etag')!
  for (const told of [text, await read.text(), await (await call('GET', v1('/stores'))).text()]) {
    expect(told).not.toMatch(/shh-very|inbox/)
  }
  const change = () => call('PATCH', path, { name: 'Quay' }, { headers: { 'if-match': etag } })
  expect(await json(change())).toMatchObject({ name: 'Quay', version: 2, hasSecret: true })
  expect((await change()).status).toBe(412)
  expect((await call('PUT', `${path}/disablement`)).status).toBe(204)
  expect((await json(call('GET', path))).disabledAt).not.toBeNull()
  expect((await call('DELETE', `${path}/disablement`)).status).toBe(204)
  const bad = await call('POST', v1('/stores'), { ...FIELDS, address: 'https://10.0.0.1' })
  expect([bad.status, (await json(bad)).code]).toEqual([422, 'store_address_refused'])
})

test('goods of a product are said to live there, and a cart is handed over and let go', async () => {
  const w = await world()
  const call = await programOf(w)
  const tee = await w.given.product({ options: { Size: ['S', 'M'] } })
  const { id: storeId } = await w.given.store()
  const path = v1(`/products/${tee.id}/store-goods`)
  const goods = tee.variants.map(({ id: variantId }, n) => ({ variantId, storeId, outsideId: `${n + 7}` }))
  expect(await json(call('PUT', path, { goods }))).toMatchObject({ goods })
  expect(await json(call('GET', path))).toMatchObject({ goods })
  const twice = [goods[0], { ...goods[1], outsideId: '7' }]
  expect(await json(call('PUT', path, { goods: twice }))).toMatchObject({ code: 'outside_id_taken' })
  const shopper = await apiOf(w, w.given.guest())
  const added = await json(
    shopper('POST', v1('/carts'), { items: [{ variantId: tee.variantId, quantity: 2 }] })
  )
  expect(added.cart).toMatchObject({ lines: [], elsewhere: [{ store: { id: storeId }, handedAt: null }] })
  const cart = v1(`/carts/${String(added.token)}`)
  const order = await shopper('POST', `${cart}/hold`, {})
  expect([order.status, (await json(order)).code]).toEqual([409, 'cart_elsewhere'])
  const arrival = { utm_source: 'tiktok', other: 'x' }
  const handed = await shopper('POST', `${cart}/hand-overs`, { storeId, arrival })
  const { address, code, again } = await json(handed)
  expect([handed.status, again]).toEqual([201, false])
  expect(address).toBe(
    `https://shop.example.com/cart/7:2?ref=${code}&attributes%5Btorilla%5D=${code}&utm_source=tiktok`
  )
  expect(await json(shopper('GET', cart))).toMatchObject({ elsewhere: [{ lines: [{ quantity: 2 }] }] })
  expect(await json(shopper('DELETE', `${cart}/stores/${storeId}`))).toMatchObject({ elsewhere: [] })
})

test('stores are the owner’s, goods are whose products are, and another shop’s are not there', async () => {
  const [w, other] = [await world(), await world()]
  const theirs = await other.given.store()
  const tee = await other.given.product()
  const [owner, marketer, guest] = [
    await programOf(w),
    await apiOf(w, await w.given.member({ role: 'marketer' })),
    await apiOf(w, w.given.guest())
  ]
  expect((await owner('GET', v1(`/stores/${theirs.id}`))).status).toBe(404)
  expect((await owner('PATCH', v1(`/stores/${theirs.id}`), { name: 'x' })).status).toBe(404)
  expect((await owner('PUT', v1(`/products/${tee.id}/store-goods`), { goods: [] })).status).toBe(404)
  expect((await owner('GET', v1(`/products/${tee.id}/store-goods`))).status).toBe(404)
  expect((await marketer('GET', v1('/stores'))).status).toBe(403)
  expect((await guest('POST', v1('/stores'), FIELDS)).status).toBe(401)
  expect((await guest('GET', v1(`/products/${tee.id}/store-goods`))).status).toBe(401)
  const { token } = await w.given.cart([await w.given.product()])
  const gone = await guest('POST', v1(`/carts/${token}/hand-overs`), { storeId: theirs.id })
  expect([gone.status, (await json(gone)).code]).toEqual([404, 'store_not_found'])
})
