import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { z } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import { findPicture, ingestPicture, setFocalPoint } from '#domain/pictures/index.ts'
import type { Outcome } from '#platform/outcome.ts'
import { allow } from '../allow.ts'
import { openApp } from '../app.ts'
import type { ApiEnv } from '../env.ts'
import { byId, found } from '../fields.ts'
import { operation } from '../operation.ts'
import { problem, problems, refusalProblem } from '../problem.ts'
import { Picture } from './common.schema.ts'

/** Uploads, read as they come. A picture is the whole body; its type is sniffed, whatever its name and header say. */
export const pictures = openApp()

const picture = z.string().openapi({ format: 'binary' })

pictures.openAPIRegistry.registerPath({
  ...{ method: 'post', path: '/', operationId: 'uploadPicture', summary: 'Keep a picture' },
  security: [{ key: ['posts.write'] }],
  request: {
    body: {
      required: true,
      content: {
        'image/jpeg': { schema: picture },
        'image/png': { schema: picture },
        'image/webp': { schema: picture }
      }
    }
  },
  responses: {
    201: { description: 'It is kept.', content: { 'application/json': { schema: Picture } } },
    ...problems
  }
})

pictures.post('/', allow('posts.write', { streamed: true }), async (c) => {
  const { ctx, actor } = c.var
  const declaredType = c.req.header('content-type')
  const kept = await ingestPicture(ctx, actor, bodyOf(c), { declaredType })
  return kept.ok ? c.json(kept.value, 201) : refuse(c, kept)
})

operation(
  pictures,
  {
    ...{ name: 'getPicture', method: 'get', path: '/{id}', permission: 'posts.write', params: byId },
    ...{ summary: 'One picture', answer: Picture, refusals: ['picture_not_found'], watches: 'picture' }
  },
  async ({ ctx, shop, params }) => found(await findPicture(ctx, shop.id, params.id), 'picture_not_found')
)

operation(
  pictures,
  {
    ...{ name: 'setFocus', method: 'put', path: '/{id}/focus', permission: 'posts.write', params: byId },
    ...{ summary: 'Say what matters in a picture', refusals: ['picture_not_found'], watches: 'picture' },
    description: 'As fractions of its width and height, from the upper left corner.',
    body: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }),
    example: { x: 0.5, y: 0.25 }
  },
  async ({ ctx, actor, params, body }) => setFocalPoint(ctx, actor, { pictureId: params.id, ...body })
)

const bodyOf = (c: HonoContext<ApiEnv>): Readable =>
  c.req.raw.body ? Readable.fromWeb(c.req.raw.body as WebStream) : Readable.from([])

function refuse(c: HonoContext<ApiEnv>, kept: Extract<Outcome<unknown>, { ok: false }>): Response {
  const { refusal, detail } = kept
  if (refusal === 'picture_too_large') return problem(c, 413, refusal, detail)
  return refusal.startsWith('picture_type') ? problem(c, 415, refusal, detail) : refusalProblem(c, kept)
}
