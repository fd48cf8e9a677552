import type { RequestEvent } from '@sveltejs/kit'
import type { SessionCookie, Visit } from '#domain/auth/index.ts'
import { addressOf } from '#platform/http/index.ts'
import { addressFor, pageAgain } from '#ui/address.ts'

/** Where the person behind a request stands: what the ways in and out need to know. */
export const visitOf = (event: RequestEvent): Visit => ({
  shop: event.locals.shop,
  locale: event.locals.locale,
  origin: event.url.origin,
  secure: event.locals.isSecure,
  address: addressOfEvent(event),
  next: event.url.searchParams.get('next')?.slice(0, 500)
})

/** The visitor's own address, past the proxies that we trust. */
export const addressOfEvent = ({ request, getClientAddress, locals }: RequestEvent): string =>
  addressOf(request.headers, getClientAddress(), locals.ctx.config.trustedProxies)

/** Puts a session into the browser, or takes it out: for this host only, out of reach of scripts. */
export function setSession(event: RequestEvent, { name, value, secure, maxAge }: SessionCookie): void {
  event.cookies.set(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge })
}

/** The path of ours that `next` asks for; anything that could lead elsewhere gives the fallback. */
export function nextPath(event: RequestEvent, fallback: string): string {
  const wanted = event.url.searchParams.get('next') ?? ''
  const { origin } = event.url
  const target = URL.parse(wanted, origin)
  // Dots are resolved by now: /..//evil.example has become //evil.example.
  const isOurs = /^\/(?![/\\])/.test(wanted) && target?.origin === origin
  return isOurs && !target.pathname.startsWith('//')
    ? target.pathname + target.search + target.hash
    : hereAs(event, fallback)
}

/** The page of ours on which a form was sent, as the browser says; where it does not say, the fallback. */
export function whenceSent(event: RequestEvent, fallback: string): string {
  const from = URL.parse(event.request.headers.get('referer') ?? '')
  const isOurs = from?.origin === event.url.origin && !from.pathname.startsWith('//')
  return isOurs ? pageAgain(from) : hereAs(event, fallback)
}

/** A path of the shop in the language being read, keeping the click that brought its reader. */
export const hereAs = ({ locals }: RequestEvent, path: string): string => addressFor(locals, path)
