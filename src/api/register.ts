import { z, type RouteConfig } from '@hono/zod-openapi'
import { STATUS_CODES } from 'node:http'
import type { openApp } from './app.ts'
import type { AnySpec } from './operation.ts'
import { Problem, statusOf } from './problem.ts'

type Responses = RouteConfig['responses']

const problemOf = (codes: readonly string[]) => ({
  description: codes.map((code) => `\`${code}\``).join(', '),
  content: { 'application/problem+json': { schema: Problem } }
})

/** Writes an operation into the document. */
export function register(app: ReturnType<typeof openApp>, spec: AnySpec): void {
  const { method, path, summary, description, params, body, name, permission } = spec
  app.openAPIRegistry.registerPath({
    ...{ method, path, summary, description, operationId: name },
    ...(permission !== 'public' && { security: [{ key: [permission] }] }),
    request: {
      ...(params && { params }),
      query: queryOf(spec),
      headers: headersOf(spec),
      ...(body && {
        body: { required: true, content: { 'application/json': { schema: body, example: spec.example } } }
      })
    },
    responses: responsesOf(spec)
  })
}

function queryOf({ query, paged, answer, method }: AnySpec): z.ZodObject {
  return z.object({
    ...query?.shape,
    ...(paged && {
      cursor: z.string().optional().openapi({ description: 'Where to go on: `next` of the page before.' }),
      limit: z.string().optional().openapi({ type: 'integer', description: 'At most so many, up to 100.' })
    }),
    ...(method === 'get' &&
      answer && { fields: z.string().optional().openapi({ description: 'Only these, as in `id,title`.' }) })
  })
}

function headersOf({ method, status, versioned, watches }: AnySpec): z.ZodObject {
  const write = method !== 'get'
  return z.object({
    ...(write && {
      'Idempotency-Key': z.string().optional().openapi({
        description: 'Your name for this request: sent again, it is answered again and not done again.'
      })
    }),
    ...(write &&
      status !== 201 &&
      (versioned || watches) && {
        'If-Match': z
          .string()
          .optional()
          .openapi({ description: 'The ETag you read: an edit of another version is refused.' })
      })
  })
}

function responsesOf(spec: AnySpec): Responses {
  const { answer, status = 200, method, paged, versioned, watches, body, params, permission } = spec
  const done: Responses = spec.file
    ? { 200: { description: 'The file.', content: { [spec.file]: {} } } }
    : answer
      ? { [status]: { description: 'Done.', content: { 'application/json': { schema: answer } } } }
      : { 204: { description: 'Done.' } }
  const codes = new Set([
    ...(spec.refusals ?? []),
    ...(params ? ['not_found'] : []),
    ...(body ? ['malformed', 'unsupported_type', 'too_large'] : []),
    ...(paged ? ['cursor_invalid'] : []),
    ...(method !== 'get' && status !== 201 && (versioned || watches) ? ['precondition_failed'] : []),
    ...(method !== 'get' ? ['idempotency_key_reused', 'idempotency_key_in_use'] : []),
    ...(permission !== 'public' ? ['sign_in', 'key_invalid', 'forbidden'] : ['key_invalid']),
    ...['invalid', 'too_many_requests']
  ])
  return { ...done, ...refusalsOf([...codes]) }
}

const OF_THE_FRAME: Record<string, number> = {
  malformed: 400,
  sign_in: 401,
  key_invalid: 401,
  idempotency_key_in_use: 409,
  precondition_failed: 412,
  too_large: 413,
  unsupported_type: 415,
  too_many_requests: 429
}

function refusalsOf(codes: readonly string[]): Responses {
  const byStatus = new Map<number, string[]>()
  for (const code of codes) {
    const status = OF_THE_FRAME[code] ?? statusOf(code)
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, of]) => [
        status,
        { ...problemOf(of), description: `${STATUS_CODES[status]}: ${problemOf(of).description}` }
      ])
  )
}
