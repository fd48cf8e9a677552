import { isStaff, actorKey } from '#domain/accounts/index.ts'
import { networkOfClick } from '#domain/attribution/index.ts'
import { Overloaded, takeIn } from '#domain/intake/index.ts'
import { allow } from '../allow.ts'
import { openApp } from '../app.ts'
import { problem, problems } from '../problem.ts'
import { Report } from './interactions.schema.ts'
import { readInteractions } from './interactions.read.ts'

const BODY_BYTES = 64 * 1024

/** Views and taps as browsers report them, up to 50 at once. A page that closes sends them as text/plain (sendBeacon). */
export const interactions = openApp()

interactions.openAPIRegistry.registerPath({
  method: 'post',
  path: '/',
  operationId: 'reportInteractions',
  summary: 'Report views and taps',
  request: { body: { required: true, content: { 'application/json': { schema: Report } } } },
  responses: { 202: { description: 'Committed, or dropped with a reason that is counted.' }, ...problems }
})

interactions.post('/', allow('public', { bodyBytes: BODY_BYTES }), async (c) => {
  const { ctx, shop, actor } = c.var
  const report = readInteractions(await c.req.text(), ctx.clock.now())
  if (!report) return problem(c, 422, 'invalid')
  const reporter = {
    shopId: shop.id,
    actor: actorKey(actor),
    staff: isStaff(actor),
    userAgent: c.req.header('user-agent') ?? '',
    network: await networkOfClick(ctx, shop.id, report.click)
  }
  try {
    await takeIn(ctx, reporter, report.items)
    return c.body(null, 202)
  } catch (error) {
    if (!(error instanceof Overloaded)) throw error
    c.header('retry-after', '1')
    return problem(c, 503, 'overloaded')
  }
})
