import { expect, test } from 'vitest'
import { makeKey, revokeKey, type KeyInput } from '#domain/keys/index.ts'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'

async function given(scopes: KeyInput['scopes']) {
  const w = await world()
  const owner = await w.given.owner()
  const made = await makeKey(w.ctx, owner, { name: 'Robot', scopes, days: 30 })
  if (!made.ok) throw new Error(made.refusal)
  return { w, owner, id: made.value.id, bearer: { authorization: `Bearer ${made.value.token}` } }
}

test('a key opens what its scopes name; without a scope the answer says which one is missing', async () => {
  const { w, bearer } = await given(['products.read'])
  const call = await apiOf(w, w.given.guest())
  expect((await call('GET', '/api/v1/products')).status).toBe(401)
  expect((await call('GET', '/api/v1/products', undefined, { headers: bearer })).status).toBe(200)
  const refused = await call('GET', '/api/v1/links', undefined, { headers: bearer })
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
    403,
    'Bearer error="insufficient_scope", scope="links.write"'
  ])
})

test('a key that does not work is 401 with a challenge, also beside a cookie that does', async () => {
  const { w, owner, id, bearer } = await given(['products.read'])
  const signedIn = await apiOf(w, owner)
  await revokeKey(w.ctx, owner, id)
  for (const authorization of [bearer.authorization, 'Bearer x', 'Bearer', 'bearer  y']) {
    const answer = await signedIn('GET', '/api/v1/products', undefined, { headers: { authorization } })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="torilla", error="invalid_token"'
    ])
    expect(await answer.json()).toMatchObject({ code: 'key_invalid' })
  }
  const guest = await apiOf(w, w.given.guest())
  const asked = await guest('GET', '/api/v1/products')
  expect(asked.headers.get('www-authenticate')).toBe('Bearer realm="torilla"')
})

test('beside a cookie the key decides, and a request with a key may come from anywhere', async () => {
  const { w, owner, bearer } = await given(['links.write'])
  const call = await apiOf(w, owner)
  const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://app.example' }
  const link = { target: { path: '/' } }
  const asCookie = await call('POST', '/api/v1/links', link, { headers: elsewhere })
  expect([asCookie.status, await asCookie.json()]).toMatchObject([403, { code: 'cross_site' }])
  const asKey = await call('POST', '/api/v1/links', link, { headers: { ...elsewhere, ...bearer } })
  expect(asKey.status).toBe(201)
  expect((await call('GET', '/api/v1/products')).status).toBe(200)
  expect((await call('GET', '/api/v1/products', undefined, { headers: bearer })).status).toBe(403)
})

test('a key of one shop is nothing at another', async () => {
  const { bearer } = await given(['products.read'])
  const other = await world()
  const call = await apiOf(other, other.given.guest())
  expect((await call('GET', '/api/v1/products', undefined, { headers: bearer })).status).toBe(401)
})
