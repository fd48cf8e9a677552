import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Context as HonoContext } from 'hono'
import { ingestPicture } from '#domain/pictures/index.ts'
import { addPicture } from '#domain/posts/index.ts'
import { MalformedForm, readParts } from '#platform/http/index.ts'
import { isUuid } from '#platform/ids.ts'
import type { Outcome } from '#platform/outcome.ts'
import { allow } from '../allow.ts'
import { openApp } from '../app.ts'
import type { ApiEnv } from '../env.ts'
import { problem, refusalProblem } from '../problem.ts'

const MOST = 10
const BACK = /^\/(fi\/|nb\/|en\/)?studio\/posts\/[0-9a-f-]{36}$/

/** Uploads, read as they come. A picture is the whole body; its type is sniffed, whatever its name and header say. */
export const pictures = openApp()

pictures.post('/', allow('posts.write', { streamed: true }), async (c) => {
  const { ctx, actor } = c.var
  const declaredType = c.req.header('content-type')
  const kept = await ingestPicture(ctx, actor, bodyOf(c), { declaredType })
  return kept.ok ? c.json(kept.value, 201) : refuse(c, kept)
})

/** The same for a form without a script: its pictures join the post that ?post= names, then the composer comes back. */
pictures.post('/form', allow('posts.write', { streamed: true }), async (c) => {
  const postId = c.req.query('post')
  const back = c.req.query('back') ?? ''
  if (!isUuid(postId) || !BACK.test(back)) return problem(c, 422, 'invalid')
  try {
    const refusal = await addParts(c, postId)
    return c.redirect(refusal ? `${back}?refusal=${refusal}` : back, 303)
  } catch (error) {
    if (error instanceof MalformedForm) return problem(c, 400, 'malformed')
    throw error
  }
})

/** Adds every picture of a form to the post; the first refusal, if any, is answered after the others were tried. */
async function addParts(c: HonoContext<ApiEnv>, postId: string): Promise<string | undefined> {
  const { ctx, actor } = c.var
  let refusal: string | undefined
  let read = 0
  for await (const part of readParts(bodyOf(c), c.req.header('content-type') ?? '')) {
    if (!part.fileName) continue
    if (read++ === MOST) return 'too_many_pictures'
    const kept = await ingestPicture(ctx, actor, Readable.from(part.body), { declaredType: part.type })
    const added = kept.ok ? await addPicture(ctx, actor, { postId, pictureId: kept.value.id }) : kept
    if (!added.ok) refusal ??= added.refusal
  }
  return refusal
}

const bodyOf = (c: HonoContext<ApiEnv>): Readable =>
  c.req.raw.body ? Readable.fromWeb(c.req.raw.body as WebStream) : Readable.from([])

function refuse(c: HonoContext<ApiEnv>, kept: Extract<Outcome<unknown>, { ok: false }>): Response {
  const { refusal, detail } = kept
  if (refusal === 'picture_too_large') return problem(c, 413, refusal, detail)
  return refusal.startsWith('picture_type') ? problem(c, 415, refusal, detail) : refusalProblem(c, kept)
}
