import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Context as HonoContext } from 'hono'
import { ingestPicture } from '#domain/pictures/index.ts'
import type { Outcome } from '#platform/outcome.ts'
import { allow } from '../allow.ts'
import { openApp } from '../app.ts'
import type { ApiEnv } from '../env.ts'
import { problem, refusalProblem } from '../problem.ts'

/** Uploads, read as they come. A picture is the whole body; its type is sniffed, whatever its name and header say. */
export const pictures = openApp()

pictures.post('/', allow('posts.write', { streamed: true }), async (c) => {
  const { ctx, actor } = c.var
  const declaredType = c.req.header('content-type')
  const kept = await ingestPicture(ctx, actor, bodyOf(c), { declaredType })
  return kept.ok ? c.json(kept.value, 201) : refuse(c, kept)
})

const bodyOf = (c: HonoContext<ApiEnv>): Readable =>
  c.req.raw.body ? Readable.fromWeb(c.req.raw.body as WebStream) : Readable.from([])

function refuse(c: HonoContext<ApiEnv>, kept: Extract<Outcome<unknown>, { ok: false }>): Response {
  const { refusal, detail } = kept
  if (refusal === 'picture_too_large') return problem(c, 413, refusal, detail)
  return refusal.startsWith('picture_type') ? problem(c, 415, refusal, detail) : refusalProblem(c, kept)
}
