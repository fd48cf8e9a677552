// Everything that is not a page: the API, links, live streams, pictures, health.
import type { Context as HonoContext } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { getContext } from '#context'
import { identify } from '#domain/accounts/index.ts'
import { troubleOf } from '#platform/trouble.ts'
import { openApp } from './app.ts'
import { cors } from './cors.ts'
import { describe } from './describe.ts'
import { feeds } from './feeds.ts'
import { frame, secure, type Identify } from './frame.ts'
import { health } from './health.ts'
import { hooks } from './hooks.ts'
import { limits } from './limits.ts'
import { links } from './links.ts'
import { media } from './media.ts'
import { pages } from './pages/index.ts'
import { problem } from './problem.ts'
import { represent } from './represent.ts'
import { v1 } from './v1/index.ts'

export { statedPermissions } from './allow.ts'
export { documentOf } from './describe.ts'
export { specsOf } from './operation.ts'

/** The whole API. Tests say themselves who asks. */
export function openApi(who: Identify = identify) {
  const api = openApp()
  api.use(secure)
  api.route('/', health)
  api.route('/media', media)
  api.use('/api/v1/*', cors)
  api.use(frame(who))
  api.use('/api/v1/*', limits, represent)
  api.route('/api/v1', v1)
  api.route('/', links)
  api.route('/', pages)
  api.route('/', feeds)
  api.route('/', hooks)
  describe(api)
  api.notFound((c) => problem(c, 404, 'not_found'))
  api.onError((error, c) => {
    if (error instanceof HTTPException) return problem(c, error.status, CODES[error.status] ?? 'invalid')
    return explain(c, error)
  })
  return api
}

/** What nobody expected: a trouble that passes is named, anything else is logged under an id that is all we tell. */
function explain(c: HonoContext, error: Error): Response {
  const { ids, log } = getContext()
  const trouble = troubleOf(error)
  if (trouble) {
    log.warn({ trouble: trouble.code, error: error.message, path: c.req.path }, 'request could not be served')
    return problem(c, trouble.status, trouble.code)
  }
  const id = ids.code(8)
  log.error({ id, error, path: c.req.path }, 'request failed')
  return problem(c, 500, 'error', { id })
}

const CODES: Record<number, string> = { 400: 'malformed', 413: 'too_large', 415: 'unsupported_type' }

export const api = openApi()

export { wantsApi } from './paths.ts'
