import { expect, test } from 'vitest'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'

test('a link answers 303 with a click id, is never cached, and HEAD or prefetch count nothing', async () => {
  const w = await world()
  const owner = await apiOf(w, await w.given.owner())
  const made = await owner('POST', '/api/v1/links', { target: { path: '/p/x' }, code: 'bio', network: 'x' })
  expect([made.status, await made.json()]).toMatchObject([201, { code: 'bio', clicks: 0, network: 'x' }])
  const guest = await apiOf(w, w.given.guest())
  const ahead = [
    await guest('HEAD', '/l/bio'),
    await guest('GET', '/l/bio', undefined, { headers: { 'sec-purpose': 'prefetch;prerender' } })
  ]
  for (const response of ahead) expect(response.headers.get('location')).toBe('/p/x')
  expect(await w.ledger()).toEqual([])
  const followed = await guest('GET', '/l/bio', undefined, { headers: { 'sec-fetch-site': 'cross-site' } })
  expect(followed.status).toBe(303)
  expect(followed.headers.get('location')).toMatch(/^\/p\/x\?tclid=[a-z0-9]{16}$/)
  expect(followed.headers.get('cache-control')).toBe('no-store')
  expect(await w.ledger()).toHaveLength(1)
})

test('who follows a link reads on in the language of their browser, unless the link says which', async () => {
  const w = await world()
  const owner = await apiOf(w, await w.given.owner())
  for (const [code, path] of [
    ['bare', '/p/x?a=1'],
    ['home', '/'],
    ['said', '/nb?b'],
    ['file', '/sitemap.xml']
  ])
    await owner('POST', '/api/v1/links', { target: { path }, code })
  const guest = await apiOf(w, w.given.guest())
  const led = async (path: string, language: string) => {
    const headers = { 'accept-language': language, 'sec-purpose': 'prefetch' }
    return (await guest('GET', path, undefined, { headers })).headers.get('location')
  }
  expect(await led('/l/bare', 'fi-FI,fi;q=0.9,en;q=0.8')).toBe('/fi/p/x?a=1')
  expect(await led('/l/bare', 'en-GB')).toBe('/p/x?a=1')
  expect(await led('/l/bare', 'ja')).toBe('/p/x?a=1')
  expect(await led('/l/home', 'no')).toBe('/nb')
  expect(await led('/l/said', 'fi')).toBe('/nb?b')
  expect(await led('/l/file', 'fi')).toBe('/sitemap.xml')
  expect(await led('/buy/MUG:2', 'fi')).toMatch(/^\/fi\/cart\?items=MUG/)
})

test('sixty a minute from one home, and the rest is led on uncounted', async () => {
  const w = await world()
  await (
    await apiOf(w, await w.given.owner())
  )('POST', '/api/v1/links', { target: { path: '/' }, code: 'bio' })
  const guest = await apiOf(w, w.given.guest())
  const answers = []
  for (let i = 0; i < 62; i++) answers.push(await guest('GET', '/l/bio'))
  const counted = answers.filter((answer) => answer.headers.get('location')!.includes('tclid'))
  expect([answers.every((answer) => answer.status === 303), counted.length]).toEqual([true, 60])
})

test('dead ends say so: 404, 410, 400', async () => {
  const w = await world()
  const owner = await apiOf(w, await w.given.owner())
  await owner('POST', '/api/v1/links', { target: { path: '/' }, code: 'old' })
  expect((await owner('PUT', '/api/v1/links/old/disablement')).status).toBe(204)
  const guest = await apiOf(w, w.given.guest())
  for (const [path, status, code] of [
    ['/l/none', 404, 'link_not_found'],
    ['/l/old', 410, 'link_gone'],
    ['/buy/MUG:0', 400, 'link_malformed'],
    ['/buy/%00', 400, 'link_malformed']
  ] as const) {
    const response = await guest('GET', path)
    expect([response.status, await response.json()]).toMatchObject([status, { code }])
  }
  expect((await owner('DELETE', '/api/v1/links/old/disablement')).status).toBe(204)
  expect((await guest('GET', '/l/old')).status).toBe(303)
})

test('a buy link proposes a cart and writes nothing', async () => {
  const w = await world()
  const guest = await apiOf(w, w.given.guest())
  const response = await guest('GET', '/buy/MUG-1:2,TEE%20M?coupon=KESÄ10&tclid=abcdefgh')
  expect(response.status).toBe(303)
  const to = new URL(response.headers.get('location')!, 'https://shop.example')
  expect(to.pathname).toBe('/cart')
  expect(Object.fromEntries(to.searchParams)).toEqual({
    items: 'MUG-1:2,TEE M:1',
    coupon: 'KESÄ10',
    tclid: 'abcdefgh'
  })
  expect(await w.ctx.db.selectFrom('carts').selectAll().where('shop_id', '=', w.shopId).execute()).toEqual([])
})

test('a QR code comes as SVG and as PNG, for staff who make links', async () => {
  const w = await world()
  const owner = await apiOf(w, await w.given.owner())
  await owner('POST', '/api/v1/links', { target: { path: '/' }, code: 'bio' })
  const svg = await owner('GET', '/api/v1/links/bio/qr.svg')
  expect([svg.headers.get('content-type'), await svg.text()]).toEqual([
    'image/svg+xml',
    expect.stringContaining('<svg')
  ])
  const png = await owner('GET', '/api/v1/links/bio/qr.png')
  expect([...new Uint8Array(await png.arrayBuffer()).slice(1, 4)]).toEqual([0x50, 0x4e, 0x47])
  expect((await owner('GET', '/api/v1/links/none/qr.svg')).status).toBe(404)
  expect((await (await apiOf(w, w.given.guest()))('GET', '/api/v1/links/bio/qr.svg')).status).toBe(401)
})

test('a refusal of making a link names what is wrong', async () => {
  const w = await world()
  const owner = await apiOf(w, await w.given.owner())
  const tries = [
    await owner('POST', '/api/v1/links', { target: { path: '//evil.example' } }),
    await owner('POST', '/api/v1/links', { target: { productId: w.ctx.ids.next() } }),
    await owner('POST', '/api/v1/links', undefined, {
      text: 'target=/',
      headers: { 'content-type': 'text/plain' }
    })
  ]
  expect(tries.map((response) => response.status)).toEqual([422, 404, 415])
})
