import { createHash } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from './env.ts'
import { pickFields } from './pick-fields.ts'
import { problem } from './problem.ts'

const FIELDS = /^[A-Za-z]\w*(,[A-Za-z]\w*)*$/

/**
 * How a JSON answer to a GET is shown: only the fields that were asked for (`?fields=id,title`), and with an ETag by
 * which the same answer is not sent twice. What can be edited has its version
 * or state in front: "3-…" is version 3.
 */
export const represent = createMiddleware<ApiEnv>(async (c, next) => {
  const fields = c.req.query('fields')
  if (fields !== undefined && !FIELDS.test(fields))
    return problem(c, 422, 'invalid', { field: 'fields', reason: 'format' })
  await next()
  if (!['GET', 'HEAD'].includes(c.req.method) || c.res.status !== 200 || c.res.headers.has('etag')) return
  if (!c.res.headers.get('content-type')?.startsWith('application/json')) return
  const whole = await c.res.text()
  const text = fields === undefined ? whole : JSON.stringify(pickFields(JSON.parse(whole), fields.split(',')))
  const etag = etagOf(text, c.var.state)
  const headers = new Headers(c.res.headers)
  headers.set('etag', etag)
  headers.set('vary', 'Authorization, Cookie, Accept-Language')
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache')
  headers.delete('content-length')
  const fresh = matches(c.req.header('if-none-match'), etag)
  if (fresh) headers.delete('content-type')
  c.res = undefined
  c.res = new Response(fresh ? null : text, { status: fresh ? 304 : 200, headers })
})

function etagOf(text: string, state: number | string | undefined): string {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  return state === undefined ? `"${hash}"` : `"${state}-${hash}"`
}

/** By RFC 9110 If-None-Match compares weakly. */
const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
