import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { DIMENSIONS, ranked, subjectsOf, totals, windowOf, writeResultsCsv } from '#domain/metrics/index.ts'
import { settle } from '#domain/projections.ts'
import { isLocale } from '#domain/shops/index.ts'
import { allow } from '../allow.ts'
import { openApp } from '../app.ts'
import type { ApiEnv } from '../env.ts'
import { problems } from '../problem.ts'
import { csvHeadings } from './results.headings.ts'
import { Results } from './results.schema.ts'

/** What came of posts, campaigns, links and products, as JSON and as CSV. */
export const results = openApp()

const params = z.object({ dimension: z.enum(DIMENSIONS) })
const query = z.object({
  days: z.string().optional().describe('7, 28 or 90, ending today.'),
  from: z.string().optional().describe('YYYY-MM-DD, with `to`: whole days of the shop.'),
  to: z.string().optional(),
  lang: z.string().optional().describe('Of the headings: en, fi or nb.')
})

function windowAsked(c: Context<ApiEnv>, asked: z.output<typeof query>) {
  const { ctx, shop } = c.var
  return windowOf(ctx.clock.now(), shop.timezone, asked)
}

results.openapi(
  createRoute({
    method: 'get',
    path: '/{dimension}',
    summary: 'Results of a window, compared with the one before',
    middleware: allow('results.read'),
    request: { params, query },
    responses: {
      200: { description: 'Best first.', content: { 'application/json': { schema: Results } } },
      ...problems
    }
  }),
  async (c) => {
    const { ctx, shop } = c.var
    const { dimension } = c.req.valid('param')
    const window = windowAsked(c, c.req.valid('query'))
    await settle(ctx, shop.id)
    const [compared, rows] = await Promise.all([
      totals(ctx, shop.id, window),
      ranked(ctx, shop.id, window, dimension, 500)
    ])
    const subjects = await subjectsOf(
      ctx,
      shop.id,
      dimension,
      rows.map((row) => row.key)
    )
    const named = rows.map((row) => ({ ...row, title: subjects.get(row.key)?.title ?? null }))
    return c.json({ window, currency: shop.currency, ...compared, rows: named }, 200)
  }
)

results.openapi(
  createRoute({
    method: 'get',
    path: '/{dimension}/csv',
    summary: 'The same as a CSV file, all rows',
    middleware: allow('results.read'),
    request: { params, query },
    responses: { 200: { description: 'UTF-8, with headings.', content: { 'text/csv': {} } }, ...problems }
  }),
  async (c) => {
    const { ctx, shop, locale } = c.var
    const { dimension } = c.req.valid('param')
    const asked = c.req.valid('query')
    const window = windowAsked(c, asked)
    await settle(ctx, shop.id)
    const headings = csvHeadings(isLocale(asked.lang) ? asked.lang : locale)
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="${dimension}-${window.from}-${window.to}.csv"`)
    return stream(c, async (out) => {
      const pieces = writeResultsCsv(ctx, shop, window, { dimension, headings })
      for await (const piece of pieces) await out.write(piece)
    })
  }
)
