import { error, redirect } from '@sveltejs/kit'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { getContext, requestLocale } from '#context'
import { can, identify } from '#domain/accounts/index.ts'
import { guessLocale, hasShops, resolveShop, splitLocale, type Locale } from '#domain/shops/index.ts'
import * as m from '#messages'
import { overwriteGetLocale } from '#messages/runtime.js'
import { addressOf } from '#platform/http/index.ts'
import { troubleOf } from '#platform/trouble.ts'
import { permissionFor } from './routes/access.ts'
import { documentHead } from './routes/head/document-head.server.ts'
import { arrive } from './routes/arrive.ts'
import { mayLeave } from './routes/leave-for.ts'
import { addressFor, pageAgain } from './ui/address.ts'
import { withCards, type CardBytes } from './ui/kept-post.ts'

overwriteGetLocale(() => requestLocale.getStore() ?? 'en')

/** What can be reached while there is no shop. */
const SETUP = ['/setup', '/setup/shop']

const CLICK_ID = /^[\w-]{8,40}$/

/** Every page passes here: its shop, language and actor are found, and its stated permission is checked. */
export const handle: Handle = async ({ event, resolve }) => {
  const ctx = getContext()
  const { locale, path } = splitLocale(event.url.pathname)
  const shop = await resolveShop(ctx, event.url.host)
  if (!shop && !SETUP.includes(path)) await refuseHost(ctx, event.url)
  const { headers } = event.request
  event.locals.ctx = ctx
  event.locals.cards = new Map()
  event.locals.isSecure = event.url.protocol === 'https:'
  if (shop) {
    event.locals.shop = shop
    const address = addressOf(headers, event.getClientAddress(), ctx.config.trustedProxies)
    event.locals.actor = await identify(ctx, shop.id, headers, address)
  }
  const asked = guessLocale(headers.get('accept-language') ?? '')
  event.locals.locale = locale ?? (shop ? (shop.locale as Locale) : asked)
  const clickId = event.url.searchParams.get('tclid')
  event.locals.clickId = clickId && CLICK_ID.test(clickId) ? clickId : null
  const counted = shop && (await arrive(event))
  if (counted) redirect(303, counted)
  const refused = guard(event)
  if (refused) return refuse(event, refused)
  return requestLocale.run(event.locals.locale, async () => {
    let page = ''
    const transformPageChunk = ({ html }: { html: string }) => (page = fillIn(html, event))
    const response = mayLeave(await resolve(event, { transformPageChunk }), event.locals.leavesFor)
    return notKept(withStatus(putIn(event.locals.cards, page, response), event.locals.status), event)
  })
}

/** A page with kept cards is answered as bytes. */
function putIn(cards: CardBytes, page: string, response: Response): Response {
  if (cards.size === 0 || !response.ok) return response
  const bytes = withCards(page, cards)
  response.headers.set('content-length', `${bytes.length}`)
  return new Response(bytes as BodyInit, response)
}

/** Fills the two places of app.html that are ours. Cut, not replaced twice: a page is long, and each search copies it. */
function fillIn(html: string, event: Event): string {
  const lang = html.indexOf('%lang%')
  const head = html.indexOf('%head%')
  if (lang < 0 || head < 0) return html
  const between = html.slice(lang + '%lang%'.length, head)
  const rest = html.slice(head + '%head%'.length)
  return html.slice(0, lang) + event.locals.locale + between + documentHead(event) + rest
}

/** A page that says something is gone is not a success. */
const withStatus = (response: Response, status: number | undefined): Response =>
  status && response.ok ? new Response(response.body, { status, headers: response.headers }) : response

/** A page that is not everyone's is not kept by the browser: whoever sits down there next goes back to nothing. */
function notKept(response: Response, { route, request, url }: Event): Response {
  const isPublic = !route.id || permissionFor(route.id, request.method, url) === 'public'
  if (!isPublic && !response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
  return response
}

/** A host that is nobody's: the set-up page while there is no shop at all, a refusal afterwards. */
async function refuseHost(ctx: ReturnType<typeof getContext>, url: URL): Promise<never> {
  if (!(await hasShops(ctx))) redirect(303, `/setup${url.search}`)
  error(421, 'No shop answers on this address.')
}

type Event = Parameters<Handle>[0]['event']

/** The status that refuses this request, if it may not go on; a guest who wants to see a page is asked to sign in. */
function guard(event: Event): number | undefined {
  if (!event.route.id) return undefined
  const permission = permissionFor(event.route.id, event.request.method, event.url)
  if (!permission) return 405
  const { actor } = event.locals
  if (permission === 'public' || permission === 'shop.install') return undefined
  if (actor && can(actor, permission)) return undefined
  if (actor?.role === 'guest' && event.request.method === 'GET') {
    const next = encodeURIComponent(event.url.pathname + event.url.search)
    redirect(303, addressFor(event.locals, `/sign-in?next=${next}`))
  }
  return actor?.role === 'guest' ? 401 : 403
}

/** To a reader, a page in the square's look; to a script, the bare refusal. The page asked for never runs. */
async function refuse(event: Event, status: number): Promise<Response> {
  const wantsPage = event.request.headers.get('accept')?.includes('text/html')
  if (!event.locals.shop || event.isDataRequest || !wantsPage) error(status, 'This is not yours to do.')
  const page = `/refused/${status}?next=${encodeURIComponent(pageAgain(event.url))}`
  return event.fetch(addressFor(event.locals, page), { headers: { accept: 'text/html' } })
}

/**
 * Unexpected errors reach here once. A trouble that passes is told as such, in the reader's language; anything else is
 * logged with an id that the page shows, and nothing more.
 */
export const handleError: HandleServerError = (e) => {
  const { error: cause, event, kind } = e as Failure
  const { ids, log } = getContext()
  const path = event.url.pathname
  const locale = splitLocale(path).locale ?? guessLocale(event.request.headers.get('accept-language') ?? '')
  const trouble = troubleOf(cause)
  if (trouble) {
    log.warn({ trouble: trouble.code, error: (cause as Error).message, path }, 'page could not be served')
    return { status: trouble.status, message: m.error_503_title({}, { locale }) }
  }
  if (kind !== 'unknown') return {} // a refusal of ours or of Kit's own: a page that is not there, a body too long
  const id = ids.code(8)
  log.error({ id, error: cause, path }, 'page failed')
  return { message: m.error_500_title({}, { locale }), id }
}

type Failure = { error: unknown; event: { url: URL; request: Request }; kind: string }
