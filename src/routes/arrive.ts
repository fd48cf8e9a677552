import type { Context } from '#context'
import { followLink } from '#domain/links/index.ts'
import { createLimiter, looksAhead, neighbourhoodOf, type Limiter } from '#platform/http/index.ts'
import { withClick } from '#ui/address.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { addressOfEvent } from './visit.ts'

const LIMIT = { burst: 60, everyMs: 1_000 }
const CODE = /^[a-z0-9_-]{2,40}$/i
const limiters = new WeakMap<Context, Limiter>()

/**
 * Some pages' addresses carry the code of a link of ours (`tl`), because who lists them wants the page itself and no
 * redirect: product feeds. Whoever comes by one is counted as if they had followed the link, and goes on to the same
 * address with a click id in the code's place. Crawlers, previews and staff stay where they are.
 */
export async function arrive(event: RequestEvent): Promise<string | undefined> {
  const { ctx, actor, clickId } = event.locals
  const code = event.url.searchParams.get('tl')
  if (!code || clickId || !CODE.test(code) || event.request.method !== 'GET' || event.isDataRequest) return
  let limiter = limiters.get(ctx)
  if (!limiter) limiters.set(ctx, (limiter = createLimiter(ctx.clock, LIMIT)))
  const lookingAhead = looksAhead(event.request) || limiter.take(neighbourhoodOf(addressOfEvent(event))) > 0
  const userAgent = event.request.headers.get('user-agent') ?? ''
  const followed = await followLink(ctx, actor, code, { userAgent, lookingAhead })
  if (!followed.ok || !followed.value.clickId) return
  const here = new URL(event.url)
  here.searchParams.delete('tl')
  return withClick(here.pathname + here.search, followed.value.clickId)
}
