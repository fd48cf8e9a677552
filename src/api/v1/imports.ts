import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { z } from '@hono/zod-openapi'
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
import { byId, found } from '../fields.ts'
import { operation, type AnyAsk } from '../operation.ts'
import { problem, problems, refusalProblem } from '../problem.ts'
import { Import, Kind, Preview, Reading } from './imports.schema.ts'

const BACK = /^(\/(fi|nb|en))?\/studio\/imports$/

/** Product files, up to 1 GB each, read as they come; the worker brings them in, or ?dryRun=1 waits until it may. */
export const imports = openApp()

const one = { content: { 'application/json': { schema: Import } }, description: 'How the import stands.' }

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

const permission = 'products.import'
const missing = ['import_not_found']
const over = [...missing, 'import_over']
const whole = async ({ ctx, shop, params }: Pick<AnyAsk, 'ctx' | 'shop'> & { params: { id: string } }) => {
  const kept = await findImport(ctx, shop.id, params.id)
  return found(kept && shown(kept), 'import_not_found')
}

operation(
  imports,
  {
    ...{ name: 'getImportsId', method: 'get', path: '/{id}', permission, params: byId, watches: 'import' },
    ...{ summary: 'How an import stands', answer: Import, refusals: missing }
  },
  whole
)

operation(
  imports,
  {
    ...{ name: 'postImportsIdCancellation', method: 'post', path: '/{id}/cancellation', permission },
    ...{ summary: 'Stop an import after the batch at hand; what is saved stays saved', params: byId },
    refusals: over
  },
  async ({ ctx, actor, params }) => cancelImport(ctx, actor, params.id)
)

operation(
  imports,
  {
    ...{ name: 'postImportsIdPictures', method: 'post', path: '/{id}/pictures', permission, params: byId },
    ...{ summary: 'Fetch again the pictures that could not be fetched', refusals: missing }
  },
  async ({ ctx, actor, params }) => retryPictures(ctx, actor, params.id)
)

operation(
  imports,
  {
    ...{ name: 'getImportsIdPreview', method: 'get', path: '/{id}/preview', permission, params: byId },
    ...{ summary: 'What a file that waits would become', answer: Preview, refusals: missing },
    description: 'Its first ten rows or products.'
  },
  async ({ ctx, shop, params }) => found(await previewImport(ctx, shop.id, params.id), 'import_not_found')
)

operation(
  imports,
  {
    ...{ name: 'putImportsIdReading', method: 'put', path: '/{id}/reading', permission, params: byId },
    ...{ summary: 'Say what a file that waits is, or what its columns are', watches: 'import' },
    ...{ body: Reading, example: { kind: 'products' }, answer: Import, refusals: over }
  },
  async (ask) => {
    const changed = await changeReading(ask.ctx, ask.actor, ask.params.id, ask.body as ReadingInput)
    return changed.ok ? whole(ask) : changed
  }
)

operation(
  imports,
  {
    ...{ name: 'postImportsIdStart', method: 'post', path: '/{id}/start', permission, params: byId },
    ...{ summary: 'Bring in a file that waits', answer: Import, refusals: over }
  },
  async (ask) => {
    const started = await confirmImport(ask.ctx, ask.actor, ask.params.id)
    return started.ok ? whole(ask) : started
  }
)

/** What an import has to say about the file's rows, to open in a spreadsheet, in the language ?locale= names. */
imports.get('/:id/problems.csv', allow('products.import'), async (c) => {
  const { ctx, shop, locale } = c.var
  const id = z.uuid().safeParse(c.req.param('id'))
  const kept = id.success ? await findImport(ctx, shop.id, id.data) : undefined
  if (!kept) return problem(c, 404, 'import_not_found')
  const asked = c.req.query('locale')
  const lines = problemsFile(ctx, shop.id, kept.id, isLocale(asked) ? asked : locale)
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
