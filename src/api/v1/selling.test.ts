import { expect, test } from 'vitest'
import { programOf } from '#test/api.ts'
import { world } from '#test/world.ts'

type Json = Record<string, never> & { id: string; version: number; token: string; next: string | null }
type Call = Awaited<ReturnType<typeof programOf>>

const FIELDS = {
  ...{
    handle: 'herring-tee',
    title: 'Herring tee',
    state: 'active',
    options: [{ name: 'Size', values: ['S', 'M'] }]
  },
  variants: [
    { sku: 'TEE-S', optionValues: ['S'], price: 3200 },
    { sku: 'TEE-M', optionValues: ['M'], price: 3400 }
  ]
}

const json = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Json
const v1 = (path: string) => `/api/v1${path}`

async function given() {
  const w = await world()
  const call = await programOf(w)
  const made = await call('POST', v1('/products'), FIELDS)
  return { w, call, made, product: await json(made) }
}

async function stocked(call: Call, product: Json, onHand = 5): Promise<string> {
  const variant = (product.variants as unknown as { id: string }[])[0]!.id
  expect((await call('PUT', v1(`/variants/${variant}/stock`), { onHand })).status).toBe(200)
  return variant
}

test('a product is made, read, and edited by the version that was read; an older one is 412 and changes nothing', async () => {
  const { call, made, product } = await given()
  expect([made.status, product.title, product.version]).toEqual([201, 'Herring tee', 1])
  const path = v1(`/products/${product.id}`)
  const etag = (await call('GET', path)).headers.get('etag')!
  expect(etag).toMatch(/^"1-/)
  const edit = (title: string, headers = {}) => call('PUT', path, { ...FIELDS, title }, { headers })
  const first = await edit('Quay tee', { 'if-match': etag })
  expect([first.status, (await json(first)).version]).toEqual([200, 2])
  const late = await edit('Lost tee', { 'if-match': etag })
  expect([late.status, (await json(late)).code]).toEqual([412, 'precondition_failed'])
  for (const wrong of ['"x"', 'W/"2-abcdefghijklmnop"', '2'])
    expect((await edit('x', { 'if-match': wrong })).status).toBe(412)
  expect((await json(call('GET', path))).title).toBe('Quay tee')
  expect((await edit('Free tee')).status).toBe(200)
  expect((await edit('Star tee', { 'if-match': '*' })).status).toBe(200)
})

test('an If-Match that names no state a thing could have is refused, and nothing is done', async () => {
  const { call } = await given()
  const made = await json(call('POST', v1('/collections'), { title: 'Rain' }))
  const answer = await call(
    'PUT',
    v1(`/collections/${made.id}`),
    { title: 'Sun' },
    { headers: { 'if-match': '"1"' } }
  )
  expect(answer.status).toBe(412)
  expect((await call('DELETE', v1(`/collections/${made.id}`))).status).toBe(204)
})

test('fifty edits at once of one version: one is kept', async () => {
  const { call, product } = await given()
  const path = v1(`/products/${product.id}`)
  const etag = (await call('GET', path)).headers.get('etag')!
  const edits = Array.from({ length: 50 }, (_, i) =>
    call('PUT', path, { ...FIELDS, title: `Tee ${i}` }, { headers: { 'if-match': etag } })
  )
  const statuses = (await Promise.all(edits)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 412)).toHaveLength(49)
})

test('from cart to paid, sent and refunded order, all by program', async () => {
  const { call, product } = await given()
  const variantId = await stocked(call, product)
  const { token } = await json(call('POST', v1('/carts'), { items: [{ sku: 'TEE-S', quantity: 2 }] }))
  const cart = v1(`/carts/${token}`)
  expect((await call('PUT', `${cart}/lines/${variantId}`, { quantity: 3 })).status).toBe(200)
  expect((await call('POST', `${cart}/hold`, {})).status).toBe(200)
  const shipTo = { name: 'Ada', line1: 'Quay 1', postcode: '00100', city: 'Helsinki', country: 'FI' }
  const detailed = await json(call('PUT', `${cart}/details`, { email: 'ada@example.org', shipTo }))
  const { totals, currency, rate } = detailed as unknown as {
    totals: { total: number }
    currency: string
    rate: { id: string }
  }
  const pay = {
    ...{
      key: 'attempt-0001',
      email: 'ada@example.org',
      shipTo,
      rateId: rate.id,
      payment: { provider: 'invoice' }
    },
    ...{ expected: { amount: totals.total, currency }, terms: true }
  }
  const wrong = await call('POST', `${cart}/order`, { ...pay, expected: { amount: 1, currency } })
  expect([wrong.status, (await json(wrong)).code]).toEqual([409, 'price_changed'])
  const placed = (await json(call('POST', `${cart}/order`, pay))) as unknown as { orderToken: string }
  const receipt = await json(call('GET', v1(`/receipts/${placed.orderToken}`)))
  expect(receipt).toMatchObject({ state: 'placed', paymentState: 'pending', total: totals.total })
  const order = v1(`/orders/${receipt.id}`)
  expect((await call('POST', `${order}/payment`)).status).toBe(204)
  expect((await call('POST', `${order}/payment`)).status).toBe(422)
  expect(await json(call('GET', `${order}/slip`))).toMatchObject({ lines: [{ sku: 'TEE-S', quantity: 3 }] })
  expect((await call('POST', `${order}/fulfilments`, { carrier: 'Posti', tracking: 'JJ1' })).status).toBe(201)
  const [line] = receipt.lines as unknown as { id: string }[]
  const refund = { lines: [{ lineId: line!.id, quantity: 1 }], restock: true, reason: 'Small' }
  expect(await json(call('POST', `${order}/refunds`, refund))).toMatchObject({ amount: 3200 })
  expect((await call('POST', `${order}/notes`, { text: 'Rang' })).status).toBe(204)
  const history = await json(call('GET', `${order}/history`))
  expect((history.events as unknown as { kind: string }[]).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['placed', 'paid', 'fulfilled', 'refunded', 'note'])
  )
  expect(await json(call('GET', v1('/orders?q=ada')))).toMatchObject({
    orders: [{ id: receipt.id, pieces: 3 }]
  })
})

test('an order not yet sent is called off, and pieces that cannot be sent are cancelled', async () => {
  const { w, call, product } = await given()
  const variantId = await stocked(call, product)
  const order = await w.given.order([{ variantId, quantity: 3 }])
  const path = v1(`/orders/${order.id}`)
  const [line] = (await json(call('GET', path))).lines as unknown as { id: string }[]
  const cut = { lines: [{ lineId: line!.id, quantity: 1 }], restock: true }
  expect(await json(call('POST', `${path}/cancelled-pieces`, cut))).toEqual({ amount: 3200 })
  const off = await call('POST', `${path}/cancellation`, { reason: 'Changed their mind' })
  expect([off.status, await json(off)]).toMatchObject([200, { refundId: expect.any(String) }])
  expect((await call('POST', `${path}/cancellation`, {})).status).toBe(422)
})

test('an order placed twice under one idempotency key is one order', async () => {
  const { w, call, product } = await given()
  await stocked(call, product)
  const { token } = await json(call('POST', v1('/carts'), { items: [{ sku: 'TEE-S', quantity: 1 }] }))
  const cart = (await json(call('GET', v1(`/carts/${token}`)))) as unknown as {
    totals: { total: number }
    currency: string
    rate: { id: string }
  }
  const shipTo = { name: 'Ada', line1: 'Quay 1', postcode: '00100', city: 'Helsinki', country: 'FI' }
  const body = {
    ...{
      key: 'attempt-0002',
      email: 'ada@example.org',
      ...{ shipTo, rateId: cart.rate.id },
      payment: { provider: 'invoice' },
      terms: true
    },
    expected: { amount: cart.totals.total, currency: cart.currency }
  }
  const headers = { 'idempotency-key': 'order-1' }
  const ask = () => call('POST', v1(`/carts/${token}/order`), body, { headers })
  const answers = await Promise.all(Array.from({ length: 8 }, ask))
  expect(answers.every(({ status }) => [201, 409].includes(status))).toBe(true)
  const replay = await ask()
  expect([replay.status, replay.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
  const orders = await w.ctx.db.selectFrom('orders').select('id').where('shop_id', '=', w.shopId).execute()
  expect(orders).toHaveLength(1)
})

test('coupons, collections, stock and proposals', async () => {
  const { call, product } = await given()
  const variantId = await stocked(call, product)
  const coupon = await json(call('POST', v1('/coupons'), { code: 'herring10', kind: 'percent', value: 10 }))
  expect(coupon).toMatchObject({ code: 'HERRING10', disabledAt: null })
  const proposal = await json(call('GET', v1('/proposals?items=TEE-S:2,NONE&coupon=HERRING10')))
  expect(proposal).toMatchObject({
    totals: { discount: 640 },
    missing: [{ sku: 'NONE', problem: { kind: 'gone' } }]
  })
  const taken = await json(call('POST', v1('/proposals'), { items: 'TEE-S:2', coupon: 'HERRING10' }))
  expect(taken).toMatchObject({ opened: true, cart: { coupon: { code: 'HERRING10' } } })
  expect((await call('PUT', v1(`/coupons/${coupon.id}/disablement`))).status).toBe(204)
  const moves = { change: -1, reason: 'damaged' }
  expect(await json(call('POST', v1(`/variants/${variantId}/stock-moves`), moves))).toEqual({ change: -1 })
  const refused = await call('PUT', v1(`/variants/${variantId}/stock`), { onHand: 0 })
  expect([refused.status, (await json(refused)).code]).toEqual([422, 'stock_promised'])
  const made = await json(call('POST', v1('/collections'), { title: 'Rainy days', productIds: [product.id] }))
  expect(made).toMatchObject({ handle: 'rainy-days', products: 1 })
  expect(await json(call('GET', v1('/shelf?collection=rainy-days')))).toMatchObject({
    products: [{ id: product.id }]
  })
  expect(await json(call('GET', v1('/shelf/herring-tee')))).toMatchObject({
    variants: [{ sku: 'TEE-S' }, {}]
  })
  const away = { changes: [{ id: product.id, state: 'archived' }] }
  expect(await json(call('POST', v1('/products/states'), away))).toEqual({
    before: [{ id: product.id, state: 'active' }]
  })
  expect(await json(call('GET', v1('/locations')))).toMatchObject({ locations: [{ isDefault: true }] })
})

test('what is another shop’s is not there, whatever is asked of it', async () => {
  const { product, w: theirs, call: their } = await given()
  const order = await theirs.given.order([{ variantId: await stocked(their, product) }])
  const { call } = await given()
  for (const [method, path, body] of [
    ['GET', `/products/${product.id}`],
    ['PUT', `/products/${product.id}`, FIELDS],
    ['GET', `/orders/${order.id}`],
    ['GET', `/orders/${order.id}/history`],
    ['POST', `/orders/${order.id}/payment`],
    ['POST', `/orders/${order.id}/notes`, { text: 'x' }],
    ['POST', `/orders/${order.id}/cancellation`, {}]
  ] as const) {
    expect([path, (await call(method, v1(path), body)).status]).toEqual([path, 404])
  }
})
