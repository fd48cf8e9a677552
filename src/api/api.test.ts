import { expect, test } from 'vitest'
import { can, SCOPES, type Actor, type Scope } from '#domain/accounts/index.ts'
import { makeKey } from '#domain/keys/index.ts'
import { apiOf, programOf } from '#test/api.ts'
import { world, type World } from '#test/world.ts'
import { api, statedPermissions } from './index.ts'

const HEALTH = ['/healthz', '/readyz', '/metrics']
const routes = statedPermissions(api).filter(({ path }) => !HEALTH.includes(path))

test('every route states its permission', () => {
  expect(routes.length).toBeGreaterThan(1)
  expect(routes.filter(({ permission }) => !permission)).toEqual([])
})

test('every route refuses whoever may not, before it reads anything', async () => {
  const w = await world()
  const people: Actor[] = [w.given.guest()]
  for (const role of ['member', 'clerk', 'moderator', 'marketer', 'owner'] as const) {
    people.push(await w.given.member({ role }))
  }
  for (const person of people) {
    const call = await apiOf(w, person)
    for (const { method, path, permission } of routes) {
      if (can(person, permission!)) continue
      const response = await call(method, path.replaceAll(/:\w+(\{[^}]*\})?/g, 'x'))
      expect([method, path, person.role, response.status]).toEqual([
        method,
        path,
        person.role,
        person.role === 'guest' ? 401 : 403
      ])
      expect(response.headers.get('content-type')).toBe('application/problem+json')
    }
  }
})

/** A program at this shop with a key of another. */
async function foreignTo(w: World) {
  const other = await world()
  const made = await makeKey(other.ctx, await other.given.owner(), {
    name: 'x',
    scopes: [...SCOPES],
    days: null
  })
  const headers = { authorization: `Bearer ${made.ok && made.value.token}` }
  const call = await apiOf(w, w.given.guest())
  return (method: string, path: string) => call(method, path, undefined, { headers })
}

const filled = (path: string) => path.replaceAll(/:\w+(\{[^}]*\})?/g, '0190b3d2-7c4e-7a11-9b1f-5e2f7f1c0a11')
const closed = routes.filter(({ permission }) => permission !== 'public')

test('a key opens each operation by its scope and by nothing else; another shop’s key opens none', async () => {
  const w = await world()
  const foreign = await foreignTo(w)
  const scopes = [...new Set(closed.map(({ permission }) => permission as Scope))]
  for (const scope of scopes) {
    const only = await programOf(w, [scope])
    const rest = await programOf(w, SCOPES.filter((one) => one !== scope)) // prettier-ignore
    for (const { method, path } of closed.filter(({ permission }) => permission === scope)) {
      const refused = await rest(method, filled(path))
      expect([method, path, refused.status, refused.headers.get('www-authenticate')]).toEqual([
        ...[method, path, 403, `Bearer error="insufficient_scope", scope="${scope}"`]
      ])
      expect([method, path, (await foreign(method, filled(path))).status]).toEqual([method, path, 401])
      const answer = await only(method, filled(path))
      expect([method, path, [401, 403].includes(answer.status) || answer.status >= 500]).toEqual([
        method,
        path,
        false
      ])
    }
  }
})

test('another site cannot send a changing request with a visitor’s cookie', async () => {
  const w = await world()
  const call = await apiOf(w, await w.given.owner())
  const tries: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': '', origin: 'https://evil.example' }
  ]
  for (const headers of tries) {
    for (const { method, path } of routes.filter(({ method }) => method !== 'GET')) {
      const response = await call(method, path.replaceAll(/:\w+/g, 'x'), {}, { headers })
      expect([path, response.status]).toEqual([path, 403])
      expect(await response.json()).toMatchObject({ code: 'cross_site' })
    }
  }
})

test('a host that is nobody’s is misdirected, and unknown paths are problems', async () => {
  const w = await world()
  await world()
  const call = await apiOf(w, w.given.guest())
  const lost = await call('GET', '/api/v1/openapi.json', undefined, { headers: { host: 'evil.example' } })
  expect([lost.status, await lost.json()]).toMatchObject([421, { code: 'unknown_host' }])
  const nowhere = await call('GET', '/api/v1/nowhere')
  expect([nowhere.status, await nowhere.json()]).toMatchObject([404, { code: 'not_found' }])
  expect(nowhere.headers.get('x-content-type-options')).toBe('nosniff')
})

test('the API describes itself', async () => {
  const w = await world()
  const call = await apiOf(w, w.given.guest())
  const document = (await (await call('GET', '/api/v1/openapi.json')).json()) as Record<string, object>
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths ?? {})).toContain('/api/v1/interactions')
})

test('health, readiness and metrics answer the machine beside us, metrics nobody from the street', async () => {
  const w = await world()
  const call = await apiOf(w, w.given.guest())
  expect((await call('GET', '/healthz')).status).toBe(200)
  expect(await (await call('GET', '/readyz')).text()).toBe('ready')
  const metrics = await (await call('GET', '/metrics')).text()
  for (const name of ['torilla_queue_depth', 'torilla_ledger_appended_total', 'process_cpu']) {
    expect(metrics).toContain(name)
  }
  const street = await call('GET', '/metrics', undefined, { headers: { 'x-forwarded-for': '203.0.113.9' } })
  expect(street.status).toBe(404)
})
