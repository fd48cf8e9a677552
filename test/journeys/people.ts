import type { Page } from 'playwright-core'
import type { Role } from '#domain/accounts/index.ts'
import { expect, inject } from 'vitest'
import { pathIn, type Language } from './words.ts'

export const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** One of the demo's people for each role. */
export const PEOPLE = {
  aino: 'owner',
  sanna: 'marketer',
  andrei: 'moderator',
  harpreet: 'clerk',
  amara: 'member'
} as const satisfies Record<string, Role>
export type Person = keyof typeof PEOPLE

/** Signs in as one of the demo's people, from the list that the demo's sign-in page shows. */
export async function enterByTheDoor(page: Page, name: string, language: Language = 'en'): Promise<void> {
  await page.goto(pathIn(language, '/sign-in'))
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
}

/** Comes in as one of the demo's people. Who signs in as often as the journeys do is taken for someone guessing. */
export async function enter(page: Page, person: Person): Promise<void> {
  const cookies = inject('sessions')
    [person].split('; ')
    .map((cookie) => cookie.split('='))
    .map(([name, value]) => ({ name: name!, value: value!, url: inject('market') }))
  await page.context().addCookies(cookies)
}

export type Ask = (path: string, cookie: string, init?: RequestInit) => Promise<Response>

/** Asks a server as a browser without a script would. */
export const askAt =
  (origin: string): Ask =>
  (path, cookie, init = {}) =>
    fetch(origin + path, {
      ...init,
      redirect: 'manual',
      headers: { cookie, origin, 'user-agent': BROWSER, accept: 'text/html', ...init.headers }
    })

export const ask: Ask = (...asked) => askAt(inject('market'))(...asked)

/** Signs one of the demo's people in at the demo market; the cookies of the session. */
export async function signIn(market: string, person: Person): Promise<string> {
  const body = new URLSearchParams({ email: `${person}@kauppatori.example`, password: 'torilla-tavataan' })
  const answer = await askAt(market)('/sign-in?/password', '', { method: 'POST', body })
  if (answer.status !== 303) throw new Error(`${person} could not sign in: ${answer.status}`)
  return cookiesIn(answer)
}

export const cookiesIn = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Buys something as a browser without a script would, to be sent home and paid by invoice; answers the order's path. */
export async function buyByForms(
  ask: Ask,
  path: string,
  buyer: Record<string, string> = {}
): Promise<string> {
  const product = hidden(await (await ask(path, '')).text(), 'product')
  const post = (path: string, cookie: string, fields: Record<string, string>) =>
    ask(path, cookie, { method: 'POST', body: new URLSearchParams(fields) })
  const put = await post('/buy', '', { product, post: buyer.post ?? '' })
  const [checkout, cookie] = [put.headers.get('location')!, cookiesIn(put)]
  const fields = {
    ...{ name: 'Someone Else', email: 'else@example.org', country: 'FI', provider: 'invoice', terms: 'yes' },
    ...{ line1: 'Satamakatu 1', postcode: '00160', city: 'Helsinki', currency: 'EUR', ...buyer }
  }
  const html = await (await ask(checkout, cookie)).text()
  const rate = /value="([\da-f-]{36})"[^>]*data-kind="(?!pickup)/.exec(html)![1]!
  const chosen = await (await post(`${checkout}?/update`, cookie, { ...fields, rate })).text()
  const [key, expected] = [hidden(chosen, 'key'), hidden(chosen, 'expected')]
  const paid = await post(`${checkout}?/pay`, cookie, { ...fields, rate, key, expected })
  const order = paid.headers.get('location') ?? ''
  expect(order).toMatch(/^\/orders\//)
  return order
}

/** What a page's form holds under a name. */
export const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!
