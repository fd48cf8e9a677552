import { Readable } from 'node:stream'
import { createRoute, z } from '@hono/zod-openapi'
import { exportPerson } from '#domain/privacy/index.ts'
import { isLocale } from '#domain/shops/index.ts'
import { allow } from '../allow.ts'
import { openApp } from '../app.ts'
import { problems, refusalProblem } from '../problem.ts'

/** What a member takes along. */
export const myExport = openApp()

myExport.openapi(
  createRoute({
    method: 'get',
    operationId: 'exportMe',
    path: '/export.zip',
    summary: 'Everything the shop holds about you: a page, JSON, and your pictures',
    middleware: allow('own.account'),
    request: { query: z.object({ locale: z.string().optional().describe('Of the page: en, fi or nb.') }) },
    responses: { 200: { description: 'The file.', content: { 'application/zip': {} } }, ...problems }
  }),
  async (c) => {
    const { ctx, actor, locale } = c.var
    const asked = c.req.valid('query').locale
    const memberId = actor.memberId ?? ctx.ids.next()
    const zip = await exportPerson(ctx, actor.shopId, { memberId }, isLocale(asked) ? asked : locale)
    if (!zip.ok) return refusalProblem(c, zip) as never
    const headers = {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="my-data.zip"',
      'cache-control': 'no-store'
    }
    return new Response(Readable.toWeb(zip.value) as BodyInit, { headers }) as never
  }
)
