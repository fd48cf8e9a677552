import { z } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import type { Context } from '#context'
import type { Actor, Permission } from '#domain/accounts/index.ts'
import type { Locale, Shop } from '#domain/shops/index.ts'
import type { Outcome } from '#platform/outcome.ts'
import { allow } from './allow.ts'
import { answerWith } from './answer.ts'
import type { openApp } from './app.ts'
import type { ApiEnv } from './env.ts'
import { guarded } from './guarded.ts'
import { readAsk } from './read-ask.ts'
import { register } from './register.ts'
import type { WatchedThing } from './watched.ts'

type None = z.ZodObject<Record<never, never>>
type App = ReturnType<typeof openApp>

/** One thing the API can do: who may, what it takes, what it answers, and how it can refuse. */
export type Spec<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> = {
  /** The operation's id: what the function of a generated client is called. */
  name: string
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** As OpenAPI writes it: /{id}/pictures. */
  path: string
  permission: Permission
  summary: string
  description?: string
  params?: P
  query?: Q
  body?: B
  /** An example of the body; the document's test checks it against the schema. */
  example?: z.input<B>
  /** What is answered as JSON; none is 204. */
  answer?: z.ZodType
  status?: 200 | 201
  /** The media type of a file that is answered instead. */
  file?: string
  /** A list in pages: takes `cursor` and `limit`, answers `next` and a Link header. */
  paged?: boolean
  /** Its ETag begins with a version, and an edit with If-Match happens only to that version. */
  versioned?: boolean
  /** The same for a thing without a version: the state of its row stands in for one. */
  watches?: WatchedThing
  /** Codes of refusals beyond those every operation may answer. */
  refusals?: readonly string[]
  bodyBytes?: number
}

/** What a handler is given: who asks, and what for. */
export type Ask<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> = {
  c: HonoContext<ApiEnv>
  ctx: Context
  actor: Actor
  shop: Shop
  locale: Locale
  params: z.output<P>
  query: z.output<Q>
  body: z.output<B>
  /** The page asked for, of a paged list. */
  page: { cursor: string | null; limit: number }
  /** The version that If-Match names. */
  version: number | undefined
  /** The state that If-Match names. */
  state: string | undefined
}

/**
 * Adds an operation to a resource: its permission first, then what was sent is read and checked, then `run` does it; the
 * document says all of this. What is not known is refused, a parameter or a field alike: a misspelt filter must not mean
 * everything.
 */
export function operation<
  P extends z.ZodObject = None,
  Q extends z.ZodObject = None,
  B extends z.ZodType = z.ZodUndefined
>(app: App, spec: Spec<P, Q, B>, run: (ask: Ask<P, Q, B>) => Promise<Outcome<unknown>>): void {
  register(app, spec as never)
  const path = spec.path.replaceAll(/\{(\w+)\}/g, ':$1')
  const limit = spec.bodyBytes ? { bodyBytes: spec.bodyBytes } : {}
  const guard = Object.assign(allow(spec.permission, limit), { spec })
  app.on(spec.method.toUpperCase(), path, guard, async (c) => {
    const ask = await readAsk(c, spec as never)
    if (!ask.ok) return ask.answer
    const outcome = await guarded(spec as never, ask.value, run as never)
    return answerWith(c, spec as never, ask.value, outcome)
  })
}

export type AnySpec = Spec<z.ZodObject, z.ZodObject, z.ZodType>
export type AnyAsk = Ask<z.ZodObject, z.ZodObject, z.ZodType>

/** The specs of an app's operations, by the names they have in its document. */
export function specsOf({ routes }: { routes: readonly { handler: unknown }[] }): Map<string, AnySpec> {
  const specs = routes.flatMap(({ handler }) => (handler as { spec?: AnySpec }).spec ?? [])
  return new Map(specs.map((spec) => [spec.name, spec]))
}
