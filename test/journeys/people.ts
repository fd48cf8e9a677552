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

/** Asks the market as a browser without a script would. */
export const ask = (path: string, cookie: string, init: RequestInit = {}): Promise<Response> =>
  fetch(inject('market') + path, {
    ...init,
    redirect: 'manual',
    headers: { cookie, origin: inject('market'), 'user-agent': BROWSER, accept: 'text/html', ...init.headers }
  })

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
