import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { pathIn, type Language } from './words.ts'

export const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** Signs in as one of the demo's people, from the list that the demo's sign-in page shows. */
export async function enter(page: Page, name: string, language: Language = 'en'): Promise<void> {
  await page.goto(pathIn(language, '/sign-in'))
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
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

/** The session of one of the demo's people, `aino` the owner among them. */
export async function cookieOf(name: string): Promise<string> {
  const body = new URLSearchParams({ email: `${name}@kauppatori.example`, password: 'torilla-tavataan' })
  const answer = await ask('/sign-in?/password', '', { method: 'POST', body })
  expect(answer.status).toBe(303)
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
