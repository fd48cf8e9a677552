import { expect, test } from 'vitest'
import { can, ROLES, type Actor } from '#domain/accounts/index.ts'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'
import { api, documentOf, specsOf, statedPermissions } from './index.ts'
import { filled, type Ids } from './testing.ts'

const HEALTH = ['/healthz', '/readyz', '/metrics']
const LAST = ['get', 'post', 'patch', 'put', 'delete']
/** Who may erase themselves must say the password too. */
const ASKS_MORE = ['DELETE /api/v1/me']
const specs = specsOf(api)
const order = ({ method }: { method: string }) => LAST.indexOf(method.toLowerCase())
const routes = statedPermissions(api)
  .filter(({ method, path }) => !HEALTH.includes(path) && !ASKS_MORE.includes(`${method} ${path}`))
  .sort((a, b) => order(a) - order(b))

/** An address with ids of things that are there, wherever there are such. */
function addressIn(path: string, ids: Ids): string {
  const parts = path.split('/')
  const filledIn = parts.map((part, i) => {
    if (!part.startsWith(':')) return part
    const name = part.slice(1).replace(/\{.*\}$/, '')
    const fixed: Record<string, string> = {
      post: ids.posts,
      code: ids.links,
      variant: ids.variants,
      kind: 'like'
    }
    return fixed[name] ?? ids[parts[i - 1] as keyof Ids] ?? 'x'
  })
  return filledIn.join('/')
}

const paths = documentOf(api).paths ?? {}

/** The example that the document gives of an operation's body. */
function exampleOf({ method, path }: { method: string; path: string }): unknown {
  const shown = paths[path.replaceAll(/:(\w+)(\{.*?\})?/g, '{$1}')]
  return specs.get(shown?.[method.toLowerCase() as 'get']?.operationId ?? '')?.example
}

test.each(['guest', ...ROLES] as const)('whoever may do a thing is let in to do it: %s', async (role) => {
  const w = await world()
  const ids = await filled(w, await apiOf(w, await w.given.owner()))
  const person: Actor = role === 'guest' ? w.given.guest() : await w.given.member({ role })
  const call = await apiOf(w, person)
  const allowed = routes.filter(({ permission }) => permission === 'public' || can(person, permission!))
  expect(allowed.length).toBeGreaterThan(10)
  for (const route of allowed) {
    const answer = await call(route.method, addressIn(route.path, ids), exampleOf(route))
    await answer.body?.cancel()
    const { method, path } = route
    expect([method, path, answer.status, [401, 403, 500].includes(answer.status)]).toEqual([method, path, answer.status, false]) // prettier-ignore
  }
})
