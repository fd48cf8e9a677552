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
  card_declined: 402,
  insufficient_funds: 402,
  card_expired: 402,
  blocked: 403,
  sold_out: 409,
  few_left: 409,
  price_changed: 409,
  cart_paying: 409,
  cart_elsewhere: 409,
  store_closed: 409,
  last_owner: 409,
  is_a_member: 409,
  is_yourself: 409,
  wrong_password: 403,
  sign_in_again: 403,
  spent: 410,
  too_many_tries: 429,
  invalid: 422,
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  stale: 409,
  gone: 410,
  too_many: 429
}

/** A command's refusal as a problem: `post_not_found` answers 404, and what nobody classified 422. */
export const refusalProblem = (c: Context, { refusal, detail }: Refusal): Response =>
  problem(c, statusOf(refusal), refusal, detail)

/** The status of a refusal: by its whole name, or by how it ends. */
export function statusOf(refusal: string): ContentfulStatusCode {
  const key = Object.keys(STATUS).find((name) => refusal === name || refusal.endsWith(`_${name}`))
  return key ? STATUS[key]! : 422
}

type Refusal = Extract<Outcome<unknown>, { ok: false }>
