import { inject, describe, expect, test } from 'vitest'
import { can, type Actor, type Role } from '#domain/accounts/index.ts'
import { access } from '../../src/routes/access.ts'
import { ask, BROWSER, PEOPLE, type Person } from './people.ts'

type Visitor = { role: Role | 'guest'; person?: Person }

const VISITORS: Visitor[] = [
  ...Object.entries(PEOPLE).map(([person, role]) => ({ role, person: person as Person })),
  { role: 'guest' }
]

/** A path of the route: its groups left out, and ids of things that do not exist in its gaps. */
const pathOf = (routeId: string): string =>
  routeId.replace(/\/\([a-z]+\)/g, '').replace(/\[[a-z]+\]/g, '0190b5a0-0000-7000-8000-000000000000') || '/'

// Open to all, but it has nothing to say to someone who has not signed in, and leads there itself.
const LEADS_TO_SIGN_IN = ['/(door)/join']

const refusesPage = ({ status, headers }: Response) =>
  status === 401 || status === 403 || (headers.get('location')?.startsWith('/sign-in') ?? false)

describe.for(VISITORS)('as $role', ({ role, person }) => {
  const cookie = person ? inject('sessions')[person] : ''
  const actor = { shopId: 1, role, memberId: null, visitor: null } as Actor
  // The set-up belongs to an installation without a shop; its own tests open it.
  const routes = Object.entries(access).filter(([, rule]) => rule.page !== 'shop.install')

  test('every page opens or refuses as its permission says', async () => {
    for (const [id, rule] of routes) {
      const answer = await ask(pathOf(id), cookie)
      await answer.body?.cancel()
      const refuses = !can(actor, rule.page) || (role === 'guest' && LEADS_TO_SIGN_IN.includes(id))
      expect([id, refusesPage(answer)]).toEqual([id, refuses])
      expect([id, answer.status < 500]).toEqual([id, true])
      if (answer.ok && rule.page !== 'public')
        expect([id, answer.headers.get('cache-control')]).toEqual([id, 'no-store'])
    }
  })

  test('every form action that is not allowed is refused before it does anything', async () => {
    for (const [id, rule] of routes) {
      for (const [action, permission] of Object.entries(rule.actions ?? {})) {
        if (can(actor, permission)) continue
        const query = action === 'default' ? '' : `?/${action}`
        const answer = await ask(pathOf(id) + query, cookie, { method: 'POST', body: new URLSearchParams() })
        await answer.body?.cancel()
        expect([id, action, answer.status]).toEqual([id, action, role === 'guest' ? 401 : 403])
      }
    }
  })

  test('a form from another site is refused, whoever sends it', async () => {
    const answer = await fetch(`${inject('market')}/studio/coupons?/create`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: 'https://evil.example', 'user-agent': BROWSER },
      body: new URLSearchParams({ code: 'EVIL' })
    })
    expect(answer.status).toBe(403)
  })
})

test('a page that nobody listed cannot be reached, and an unknown action is refused', async () => {
  expect((await ask('/studio/nowhere', '')).status).toBe(404)
  const answer = await ask('/sign-in?/everything', '', { method: 'POST', body: new URLSearchParams() })
  expect([404, 405]).toContain(answer.status)
})
