import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import {
  cancelImport,
  changeReading,
  confirmImport,
  findImport,
  leftOutFile,
  previewImport,
  problemsFile,
  retryPictures,
  startImport,
  type ImportView,
  type ReadingInput
} from '#domain/imports/index.ts'
import { isLocale } from '#domain/shops/index.ts'
import { MalformedForm, readParts } from '#platform/http/index.ts'
import type { Outcome } from '#platform/outcome.ts'
import { allow } from '../allow.ts'
import { openApp } from '../app.ts'
import type { ApiEnv } from '../env.ts'
import { problem, problems, refusalProblem } from '../problem.ts'
import { Import, Kind, Preview, Reading } from './imports.schema.ts'

const BACK = /^(\/(fi|nb|en))?\/studio\/imports$/

/** Product files, up to 1 GB each, read as they come; the worker brings them in, or ?dryRun=1 waits until it may. */
export const imports = openApp()

const one = { content: { 'application/json': { schema: Import } }, description: 'How the import stands.' }
const params = z.object({ id: z.uuid() })

imports.openAPIRegistry.registerPath({
  ...{
    method: 'post',
    path: '/',
    summary: 'Bring in products, coupons, customers or past orders from a file'
  },
  description: 'The file is the whole body, up to 1 GB, read as it comes.',
  request: {
    query: z.object({
      name: z.string(),
      overwriteStock: z.enum(['0', '1']).optional(),
      dryRun: z
        .enum(['0', '1'])
        .optional()
        .openapi({ description: 'Only look; /preview shows it, /start brings it in.' }),
      kind: Kind.optional().openapi({
        description: 'What is in it, where its headings would tell otherwise.'
      })
    }),
    body: { required: true, content: { 'text/csv': { schema: z.string() } } }
  },
  responses: { 201: one, ...problems }
})

imports.post('/', allow('products.import', { streamed: true }), async (c) => {
  const { ctx, actor, shop } = c.var
  const { name = '', overwriteStock, dryRun, kind } = c.req.query()
  const told = Kind.optional().safeParse(kind)
  if (!told.success) return problem(c, 422, 'invalid', { field: 'kind' })
  const started = await startImport(ctx, actor, {
    name,
    body: bodyOf(c),
    overwriteStock: overwriteStock === '1',
    look: dryRun === '1',
    kind: told.data
  })
  if (!started.ok) return refuse(c, started)
  return c.json(shown((await findImport(ctx, shop.id, started.value.id))!), 201)
})

/** The same for a form without a script: its file is the last field, and the import's page is the answer. */
imports.post('/form', allow('products.import', { streamed: true }), async (c) => {
  const back = c.req.query('back') ?? ''
  if (!BACK.test(back)) return problem(c, 422, 'invalid')
  try {
    const started = await startFromForm(c)
    return c.redirect(started.ok ? `${back}/${started.value.id}` : `${back}?refusal=${started.refusal}`, 303)
  } catch (error) {
    if (error instanceof MalformedForm) return problem(c, 400, 'malformed')
    throw error
  }
})

imports.openapi(
  createRoute({
    method: 'get',
    path: '/{id}',
    summary: 'How an import stands',
    middleware: allow('products.import'),
    request: { params },
    responses: { 200: one, ...problems }
  }),
  async (c) => {
    const found = await findImport(c.var.ctx, c.var.shop.id, c.req.valid('param').id)
    return found ? c.json(shown(found), 200) : (problem(c, 404, 'import_not_found') as never)
  }
)

imports.openapi(
  createRoute({
    method: 'post',
    path: '/{id}/cancellation',
    summary: 'Stop an import; what is saved stays saved',
    middleware: allow('products.import'),
    request: { params },
    responses: { 204: { description: 'It stops after the batch at hand.' }, ...problems }
  }),
  async (c) => {
    const cancelled = await cancelImport(c.var.ctx, c.var.actor, c.req.valid('param').id)
    return cancelled.ok ? c.body(null, 204) : (refusalProblem(c, cancelled) as never)
  }
)

imports.openapi(
  createRoute({
    method: 'post',
    path: '/{id}/pictures',
    summary: 'Fetch again the pictures that could not be fetched',
    middleware: allow('products.import'),
    request: { params },
    responses: { 204: { description: 'They are fetched once more.' }, ...problems }
  }),
  async (c) => {
    const queued = await retryPictures(c.var.ctx, c.var.actor, c.req.valid('param').id)
    return queued.ok ? c.body(null, 204) : (refusalProblem(c, queued) as never)
  }
)

imports.openapi(
  createRoute({
    method: 'get',
    path: '/{id}/preview',
    summary: 'What a file that waits would become',
    middleware: allow('products.import'),
    request: { params },
    responses: {
      200: { content: { 'application/json': { schema: Preview } }, description: 'Its first ten products.' },
      ...problems
    }
  }),
  async (c) => {
    const preview = await previewImport(c.var.ctx, c.var.shop.id, c.req.valid('param').id)
    return preview ? c.json(preview, 200) : (problem(c, 404, 'import_not_found') as never)
  }
)

imports.openapi(
  createRoute({
    method: 'put',
    path: '/{id}/reading',
    summary: 'Say what a file that waits is, or what its columns are',
    middleware: allow('products.import'),
    request: { params, body: { content: { 'application/json': { schema: Reading } } } },
    responses: { 200: one, ...problems }
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const changed = await changeReading(c.var.ctx, c.var.actor, id, c.req.valid('json') as ReadingInput)
    if (!changed.ok) return refusalProblem(c, changed) as never
    return c.json(shown((await findImport(c.var.ctx, c.var.shop.id, id))!), 200)
  }
)

imports.openapi(
  createRoute({
    method: 'post',
    path: '/{id}/start',
    summary: 'Bring in a file that waits',
    middleware: allow('products.import'),
    request: { params },
    responses: { 200: one, ...problems }
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const started = await confirmImport(c.var.ctx, c.var.actor, id)
    if (!started.ok) return refusalProblem(c, started) as never
    return c.json(shown((await findImport(c.var.ctx, c.var.shop.id, id))!), 200)
  }
)

/** What an import has to say about the file's rows, to open in a spreadsheet, in the language ?locale= names. */
imports.get('/:id/problems.csv', allow('products.import'), async (c) => {
  const { ctx, shop, locale } = c.var
  const id = z.uuid().safeParse(c.req.param('id'))
  const found = id.success ? await findImport(ctx, shop.id, id.data) : undefined
  if (!found) return problem(c, 404, 'import_not_found')
  const asked = c.req.query('locale')
  const lines = problemsFile(ctx, shop.id, found.id, isLocale(asked) ? asked : locale)
  return csvAnswer(c, 'import-problems.csv', lines)
})

/** The rows that were left out, each with its reasons, to mend in a spreadsheet and bring in again. */
imports.get('/:id/left-out.csv', allow('products.import'), async (c) => {
  const { ctx, shop, locale } = c.var
  const id = z.uuid().safeParse(c.req.param('id'))
  const asked = c.req.query('locale')
  const lines = id.success && (await leftOutFile(ctx, shop.id, id.data, isLocale(asked) ? asked : locale))
  return lines ? csvAnswer(c, 'left-out.csv', lines) : problem(c, 404, 'import_not_found')
})

function csvAnswer(c: HonoContext<ApiEnv>, name: string, lines: AsyncGenerator<string>): Response {
  return c.body(Readable.toWeb(Readable.from(lines, { objectMode: false })) as ReadableStream, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store'
  })
}

async function startFromForm(c: HonoContext<ApiEnv>): ReturnType<typeof startImport> {
  const { ctx, actor } = c.var
  let overwriteStock = false
  for await (const { name, fileName, body } of readParts(bodyOf(c), c.req.header('content-type') ?? '')) {
    if (name === 'overwriteStock') overwriteStock = true
    if (name === 'file')
      return startImport(ctx, actor, { name: fileName ?? '', body, overwriteStock, look: true })
  }
  throw new MalformedForm('no file')
}

const bodyOf = (c: HonoContext<ApiEnv>): Readable =>
  c.req.raw.body ? Readable.fromWeb(c.req.raw.body as WebStream) : Readable.from([])

const shown = ({ createdAt, finishedAt, ...rest }: ImportView) => ({
  ...rest,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null
})

const refuse = (c: HonoContext<ApiEnv>, refused: Extract<Outcome<unknown>, { ok: false }>): Response =>
  refused.refusal === 'file_too_large'
    ? problem(c, 413, refused.refusal, refused.detail)
    : refusalProblem(c, refused)
