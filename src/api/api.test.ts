import { expect, test } from 'vitest'
import { can, type Actor } from '#domain/accounts/index.ts'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'
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
