import type { z } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import { openCursor } from './cursor.ts'
import type { ApiEnv } from './env.ts'
import type { AnyAsk, AnySpec } from './operation.ts'
import { problem } from './problem.ts'

type C = HonoContext<ApiEnv>
type Read = { ok: true; value: AnyAsk } | { ok: false; answer: Response }

const PAGE = 50
const MOST = 100
const stop = (answer: Response): Read => ({ ok: false, answer })

/** Reads what was sent as the operation describes it; the first thing that does not fit is named. */
export async function readAsk(c: C, spec: AnySpec): Promise<Read> {
  const params = spec.params?.safeParse(c.req.param())
  if (params && !params.success) return stop(problem(c, 404, 'not_found'))
  const match = matchOf(c, spec)
  if (match === null) return stop(problem(c, 412, 'precondition_failed'))
  const page = await pageOf(c, spec)
  if (!page) return stop(problem(c, 422, 'cursor_invalid'))
  const query = readQuery(c, spec)
  if (!query.success) return stop(invalid(c, query.error))
  const body = await readBody(c, spec)
  if (body instanceof Response) return stop(body)
  const { ctx, actor, shop, locale } = c.var
  const asked = { params: params?.data ?? {}, query: query.data, body: body as never, page, ...match }
  return { ok: true, value: { c, ctx, actor, shop, locale, ...asked } }
}

type Match = Pick<AnyAsk, 'version' | 'state'>

/** The version or state an If-Match names; neither without one; null when it names none that the thing could have. */
function matchOf(c: C, { versioned, watches, status }: AnySpec): Match | null {
  const header = c.req.header('if-match')
  const any = { version: undefined, state: undefined }
  if (header === undefined || header.trim() === '*') return any
  const [, before = ''] = /^"([\w-]{1,16})-[\w-]{16}"$/.exec(header.trim()) ?? []
  if (status === 201) return null
  if (versioned && /^\d{1,9}$/.test(before)) return { ...any, version: Number(before) }
  return watches && before.length === 16 ? { ...any, state: before } : null
}

async function pageOf(c: C, { paged }: AnySpec): Promise<AnyAsk['page'] | undefined> {
  const sealed = paged && c.req.query('cursor')
  const limit = Math.min(MOST, Math.max(1, Math.trunc(Number(c.req.query('limit') ?? PAGE)) || PAGE))
  if (!sealed) return { cursor: null, limit }
  const cursor = await openCursor(c.var.ctx, c.var.shop.id, c.req.path, sealed)
  return cursor === undefined ? undefined : { cursor, limit }
}

type Parsed = { success: true; data: Record<string, unknown> } | { success: false; error: z.ZodError }

function readQuery(c: C, spec: AnySpec): Parsed {
  const { fields: _fields, ...sent } = c.req.query()
  if (spec.paged) {
    delete sent.cursor
    delete sent.limit
  }
  const known = Object.keys(spec.query?.shape ?? {})
  const unknown = Object.keys(sent).find((name) => !known.includes(name))
  if (unknown !== undefined) return { success: false, error: unknownParameter(unknown) as z.ZodError }
  return (spec.query?.safeParse(sent) as Parsed | undefined) ?? { success: true, data: {} }
}

const unknownParameter = (name: string) =>
  ({ issues: [{ path: [name], code: 'unknown_parameter' }] }) as unknown

async function readBody(c: C, { body }: AnySpec): Promise<unknown> {
  if (!body) return undefined
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/([\w.-]+\+)?json\b/.test(type)) return problem(c, 415, 'unsupported_type')
  const json = await c.req.json<unknown>().catch(() => undefined)
  if (json === undefined) return problem(c, 400, 'malformed')
  const parsed = body.safeParse(json)
  return parsed.success ? parsed.data : invalid(c, parsed.error)
}

type Issue = { path: PropertyKey[]; code: string; keys?: string[] }

function invalid(c: C, error: z.ZodError): Response {
  const issue = error.issues[0] as Issue
  const field = [...issue.path, ...(issue.keys?.slice(0, 1) ?? [])].map(String).join('.')
  return problem(c, 422, 'invalid', { field, reason: issue.code })
}
