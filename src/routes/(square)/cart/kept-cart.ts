import type { RequestEvent } from '@sveltejs/kit'

const KEY = /^[\w-]{16,64}$/
const DAYS_60 = 60 * 86_400

/** Bound to this host where the browser can do that, so that no sub-domain can put its own cart under a shopper. */
const nameOn = ({ isSecure }: App.Locals): string => (isSecure ? '__Host-cart' : 'cart')

type Visit = Pick<RequestEvent, 'cookies' | 'locals'>

/** The key of the cart this browser keeps. Strictly needed to sell: it follows nobody and is read nowhere else. */
export function keptCart({ cookies, locals }: Visit): string | null {
  const token = cookies.get(nameOn(locals))
  return token && KEY.test(token) ? token : null
}

/**
 * The key in the basket's address, for a guest whose browser keeps nothing: in the apps of networks. Who is signed in has
 * a cart of their own, and one that somebody sends them an address of never becomes theirs.
 */
export function cartInAddress({ url, locals }: Pick<RequestEvent, 'url' | 'locals'>): string | null {
  const token = url.searchParams.get('cart')
  return !locals.actor.memberId && token && KEY.test(token) ? token : null
}

/** Lets the browser keep a cart's key, out of reach of scripts. Without cookies the address of the checkout does. */
export function keepCart({ cookies, locals }: Visit, token: string): void {
  cookies.set(nameOn(locals), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: locals.isSecure,
    maxAge: DAYS_60
  })
}

/** Forgets the cart's key, so that whoever sits down here next does not find someone else's goods. */
export const dropCart = ({ cookies, locals }: Visit): void =>
  cookies.delete(nameOn(locals), { path: '/', secure: locals.isSecure })

/** What a buy link proposed before it led elsewhere (api/links.ts), as the query of the cart's page. */
export const keptProposal = ({ cookies }: Visit): URLSearchParams =>
  new URLSearchParams((cookies.get('proposal') ?? '').slice(0, 3_000))

/** Forgets what was proposed, once it was taken. */
export const dropProposal = ({ cookies, locals }: Visit): void =>
  cookies.delete('proposal', { path: '/', secure: locals.isSecure })
