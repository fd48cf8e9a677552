import { STATUS_CODES } from 'node:http'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from '@hono/zod-openapi'
import type { Outcome } from '#platform/outcome.ts'

/** What every refusal looks like (RFC 9457). `code` is stable: programs read it, the interface translates it. */
export const Problem = z
  .object({
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.record(z.string(), z.union([z.string(), z.number()])).optional()
  })
  .openapi('Problem')

/** For a route's `responses`: every refusal that may come. */
export const problems = {
  default: {
    description: 'What went wrong, as a problem with a stable code.',
    content: { 'application/problem+json': { schema: Problem } }
  }
}

type Detail = Record<string, string | number>

export function problem(c: Context, status: ContentfulStatusCode, code: string, detail?: Detail): Response {
  const body = { title: STATUS_CODES[status] ?? 'Error', status, code, ...(detail && { detail }) }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

/** 401 with the challenge that RFC 6750 asks for: how to say who you are, or what is wrong with what you said. */
export function unauthorized(c: Context, code: 'sign_in' | 'key_invalid'): Response {
  const why = code === 'key_invalid' ? ', error="invalid_token"' : ''
  c.header('www-authenticate', `Bearer realm="torilla"${why}`)
  return problem(c, 401, code)
}

const STATUS: Record<string, ContentfulStatusCode> = {
  invalid: 422,
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  stale: 409,
  gone: 410,
  too_many: 429
}

/** A command's refusal as a problem: `post_not_found` answers 404, and what nobody classified 422. */
export function refusalProblem(c: Context, { refusal, detail }: Refusal): Response {
  const key = Object.keys(STATUS).find((name) => refusal === name || refusal.endsWith(`_${name}`))
  return problem(c, key ? STATUS[key]! : 422, refusal, detail)
}

type Refusal = Extract<Outcome<unknown>, { ok: false }>
