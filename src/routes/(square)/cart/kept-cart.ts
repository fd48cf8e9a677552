import type { RequestEvent } from '@sveltejs/kit'

const NAME = 'cart'
const DAYS_60 = 60 * 86_400

/** The key of the cart this browser keeps. Strictly needed to sell: it follows nobody and is read nowhere else. */
export function keptCart({ cookies }: Pick<RequestEvent, 'cookies'>): string | null {
  const token = cookies.get(NAME)
  return token && /^[\w-]{16,64}$/.test(token) ? token : null
}

/** Lets the browser keep a cart's key, out of reach of scripts. Without cookies the address of the checkout does. */
export function keepCart({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>, token: string): void {
  const secure = url.protocol === 'https:'
  cookies.set(NAME, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: DAYS_60 })
}

/** Forgets the cart's key, so that whoever sits down here next does not find someone else's goods. */
export const dropCart = ({ cookies }: Pick<RequestEvent, 'cookies'>): void =>
  cookies.delete(NAME, { path: '/' })
