import { expect, test } from 'vitest'
import { createCampaign } from '#domain/campaigns/index.ts'
import { apiOf } from '#test/api.ts'
import { must } from '#test/factories/posts.ts'
import { world } from '#test/world.ts'

async function given() {
  const w = await world()
  const call = await apiOf(w, w.given.guest())
  /** Where a link leads, and what is told of it. */
  const led = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await call('GET', path, undefined, { headers })
    const to = answer.headers.get('location')
    const url = to ? new URL(to, 'https://shop.example') : null
    return { answer, status: answer.status, path: url?.pathname, query: [...(url?.searchParams ?? [])] }
  }
  const rows = (table: 'touches' | 'carts') =>
    w.ctx.db.selectFrom(table).selectAll().where('shop_id', '=', w.shopId).execute()
  return { w, call, led, rows }
}

test('UCP, Meta, WooCommerce and Shopify say it each their own way, and it is the same cart', async () => {
  const { w, led, rows } = await given()
  const [mug, tee] = [await w.given.product(), await w.given.product({ options: { Size: ['S', 'M'] } })]
  const [first, second] = [mug.variantId, tee.variants[1]!.id]
  const token = `~${Buffer.from(tee.variants[1]!.sku).toString('base64url')}`
  for (const path of [
    `/buy/${mug.sku}:2,${token}:1?discounts/codes/0=KESÄ`,
    `/buy/${mug.id}:2,${second}:1?coupon=KESÄ`,
    `/checkout?products=${encodeURIComponent(`${first}:2,${second}:1`)}&coupon=KES%C3%84`,
    `/checkout-link/?products=${mug.sku}:2,${second}:1&coupon=KESÄ`,
    `/buy?products=${first}:2,${second}&coupon=KESÄ`,
    `/cart/${first}:2,${second}:1?discount=KESÄ&payment=shop_pay&note=x&attributes[gift]=1&checkout[email]=a%40b.example`
  ]) {
    const { status, path: to, query, answer } = await led(path)
    const items = `${mug.sku}:2,${tee.variants[1]!.sku}:1`
    expect([path, status, to, query]).toEqual([path, 303, '/cart', [['items', items], ['coupon', 'KESÄ']]]) // prettier-ignore
    expect([answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual([
      'no-store',
      'no-referrer'
    ])
  }
  expect([await rows('carts'), await rows('touches')]).toEqual([[], []])
})

test('how someone came is noted and kept for the credit of what they order; looking ahead is not noted', async () => {
  const { w, led, rows } = await given()
  const campaignId = await must(createCampaign(w.ctx, await w.given.owner(), { name: 'Herring' }))
  const { slug } = await w.ctx.db.selectFrom('campaigns').select('slug').where('shop_id', '=', w.shopId).where('id', '=', campaignId).executeTakeFirstOrThrow() // prettier-ignore
  const way = `/checkout?products=A:1&cart_origin=instagram&fbclid=IwAR0&utm_campaign=${slug}&utm_source=ig`
  await led(way, { 'sec-purpose': 'prefetch' })
  await led(way, { 'user-agent': 'facebookexternalhit/1.1' })
  expect(await rows('touches')).toEqual([])
  const { query } = await led(way)
  const clickId = Object.fromEntries(query).tclid
  expect(await rows('touches')).toMatchObject([
    { click_id: clickId, network: 'instagram', campaign_id: campaignId }
  ])
  expect(query.map(([name]) => name).sort()).toEqual([
    'cart_origin',
    'fbclid',
    'items',
    'tclid',
    'utm_campaign',
    'utm_source'
  ])
  const again = await led(`/buy/A:1?attribution/ref=nobody&tclid=${clickId}`)
  const next = Object.fromEntries(again.query).tclid
  expect(next).not.toBe(clickId)
  expect(await rows('touches')).toContainEqual(expect.objectContaining({ click_id: next, after_click_id: clickId, campaign_id: campaignId })) // prettier-ignore
})

test('who is sent elsewhere first finds the goods waiting in their cart', async () => {
  const { w, led } = await given()
  const { sku } = await w.given.product()
  const { path, query, answer } = await led(
    `/buy/${sku}:2?continue_to=/products?collection=small&discounts/codes/0=A&color=black`
  )
  expect([path, query]).toEqual(['/products', [['collection', 'small'], ['color', 'black']]]) // prettier-ignore
  const cookie = answer.headers.get('set-cookie')!
  expect(cookie).toMatch(/^proposal=[^;]+; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(decodeURIComponent(/proposal=([^;]+)/.exec(cookie)![1]!)).toBe(`items=${sku}%3A2&coupon=A`)
  const unsafe = await led(`/buy/${sku}:2?continue_to=//evil.example`)
  expect([unsafe.path, unsafe.answer.headers.get('set-cookie')]).toEqual(['/cart', null])
  expect((await led('/buy?context/postal_code=94105&continue_to=/')).path).toBe('/')
  expect((await led('/buy')).path).toBe('/cart')
  expect((await led(`/buy/${sku}:1?context/language=fi-FI`)).path).toBe('/fi/cart')
})

test('who a link is for waits in the browser for an hour, is kept nowhere else, and goes along in no address', async () => {
  const { w, led, rows } = await given()
  const { sku } = await w.given.product()
  const who = 'buyer/email=alice%40example.com&buyer/first_name=Alice&context/address_country=NO'
  const { path, query, answer } = await led(`/buy/${sku}:1?${who}`)
  expect([path, query]).toEqual(['/cart', [['items', `${sku}:1`]]])
  const cookie = answer.headers.get('set-cookie')!
  expect(cookie).toMatch(/^prefill=[^;]+; Max-Age=3600; Path=\/; HttpOnly; SameSite=Lax$/)
  const kept = new URLSearchParams(decodeURIComponent(/prefill=([^;]+)/.exec(cookie)![1]!))
  expect(Object.fromEntries(kept)).toEqual({ email: 'alice@example.com', name: 'Alice', country: 'NO' })
  expect(answer.headers.get('location')).not.toMatch(/alice/i)
  expect(await rows('carts')).toEqual([])
  const nobody = await led(`/buy/${sku}:1?buyer/email=nobody`)
  expect(nobody.answer.headers.get('set-cookie')).toBeNull()
})

test('a product with choices leads to its page; what nobody here knows keeps its name, so that the cart can tell', async () => {
  const { w, led } = await given()
  const tee = await w.given.product({ options: { Size: ['S', 'M'] } })
  expect((await led(`/buy/${tee.id}:1?color=black`)).path).toBe(`/products/${tee.handle}`)
  const other = await (await given()).w.given.product()
  const draft = await w.given.product({ state: 'draft' })
  for (const id of [other.variantId, other.id, draft.id, 'GONE'])
    expect((await led(`/buy/${id}:1`)).query).toEqual([['items', `${id}:1`]])
})

test('what cannot be meant leads a browser to a page that says so, and never anywhere for good', async () => {
  const { led } = await given()
  for (const path of [
    '/buy/A:0',
    '/buy/A:-1',
    '/buy/~QQ==:1',
    '/buy/~:1',
    '/buy/a/b',
    '/buy/%E0%A4:1',
    '/cart/x:y:1',
    '/checkout?products=,'
  ]) {
    const browser = await led(path, { accept: 'text/html' })
    expect([path, browser.status, browser.path]).toEqual([path, 303, '/gone/link_malformed'])
    const program = await led(path, { accept: 'application/json' })
    expect([path, program.status, program.answer.headers.get('referrer-policy')]).toEqual([
      path,
      400,
      'no-referrer'
    ])
  }
})

test('over http there is no endpoint for UCP to find', async () => {
  const { call } = await given()
  expect((await call('GET', '/.well-known/ucp')).status).toBe(404)
})
