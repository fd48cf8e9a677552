import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  changeFeed,
  createFeed,
  feedChange,
  feedInput,
  findFeed,
  listChanges,
  listFeeds,
  listProblems,
  removeFeed,
  setFeedDisabled,
  type Feed as Kept
} from '#domain/feeds/index.ts'
import { originOf } from '#domain/shops/index.ts'
import { allow } from '../allow.ts'
import { openApp } from '../app.ts'
import type { ApiEnv } from '../env.ts'
import { problem, problems, refusalProblem } from '../problem.ts'
import { Feed, FeedChange, FeedProblem } from './feeds.schema.ts'

/** Product feeds: what they tell, to whom, what a network would refuse, and what changed since a moment. */
export const feeds = openApp()

const params = z.object({ id: z.uuid() })
const middleware = allow('feeds.write')
const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } }
})
const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } }
})
const one = json(Feed, 'The feed.')

feeds.openapi(
  createRoute({
    method: 'get',
    path: '/',
    summary: 'List product feeds',
    middleware,
    responses: { 200: json(z.object({ feeds: z.array(Feed) }), 'All feeds, oldest first.'), ...problems }
  }),
  async (c) => {
    const view = await viewIn(c)
    return c.json({ feeds: (await listFeeds(c.var.ctx, c.var.shop.id)).map(view) }, 200)
  }
)

feeds.openapi(
  createRoute({
    method: 'post',
    path: '/',
    summary: 'Make a product feed',
    middleware,
    request: body(feedInput),
    responses: { 201: one, ...problems }
  }),
  async (c) => {
    const made = await createFeed(c.var.ctx, c.var.actor, c.req.valid('json'))
    if (!made.ok) return refusalProblem(c, made) as never
    return c.json(await show(c, made.value.id), 201)
  }
)

feeds.openapi(
  createRoute({
    method: 'get',
    path: '/{id}',
    summary: 'One product feed',
    middleware,
    request: { params },
    responses: { 200: one, ...problems }
  }),
  async (c) => {
    const feed = await findFeed(c.var.ctx, c.var.shop.id, c.req.valid('param').id)
    return feed ? c.json((await viewIn(c))(feed), 200) : (problem(c, 404, 'feed_not_found') as never)
  }
)

feeds.openapi(
  createRoute({
    method: 'put',
    path: '/{id}',
    summary: 'Change what a feed tells',
    middleware,
    request: { params, ...body(feedChange.extend({ version: z.int() })) },
    responses: { 200: one, ...problems }
  }),
  async (c) => {
    const { id: feedId } = c.req.valid('param')
    const changed = await changeFeed(c.var.ctx, c.var.actor, { feedId, ...c.req.valid('json') })
    return changed.ok ? c.json(await show(c, feedId), 200) : (refusalProblem(c, changed) as never)
  }
)

feeds.openapi(
  createRoute({
    method: 'delete',
    path: '/{id}',
    summary: 'Remove a feed for good',
    middleware,
    request: { params },
    responses: { 204: { description: 'Removed.' }, ...problems }
  }),
  async (c) => {
    const removed = await removeFeed(c.var.ctx, c.var.actor, { feedId: c.req.valid('param').id })
    return removed.ok ? c.body(null, 204) : (refusalProblem(c, removed) as never)
  }
)

for (const [method, disabled] of [
  ['put', true],
  ['delete', false]
] as const) {
  feeds.openapi(
    createRoute({
      method,
      path: '/{id}/disablement',
      summary: disabled ? 'Take a feed off the web' : 'Put a feed back',
      middleware,
      request: { params },
      responses: { 204: { description: 'Done.' }, ...problems }
    }),
    async (c) => {
      const set = await setFeedDisabled(c.var.ctx, c.var.actor, { feedId: c.req.valid('param').id, disabled })
      return set.ok ? c.body(null, 204) : (refusalProblem(c, set) as never)
    }
  )
}

feeds.openapi(
  createRoute({
    method: 'get',
    path: '/{id}/problems',
    summary: 'Items the network would refuse or would like otherwise',
    middleware,
    request: {
      params,
      query: z.object({ problem: z.string().max(60).optional(), cursor: z.string().optional() })
    },
    responses: {
      200: json(z.object({ problems: z.array(FeedProblem), next: z.string().nullable() }), 'Refused first.'),
      ...problems
    }
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const { ctx, shop } = c.var
    if (!(await findFeed(ctx, shop.id, id))) return problem(c, 404, 'feed_not_found') as never
    const { lines, next } = await listProblems(ctx, shop.id, id, c.req.valid('query'))
    return c.json({ problems: lines, next }, 200)
  }
)

feeds.openapi(
  createRoute({
    method: 'get',
    path: '/{id}/changes',
    summary: 'What changed since a moment, for a network’s batch interface',
    middleware,
    request: { params, query: z.object({ since: z.coerce.date(), cursor: z.string().optional() }) },
    responses: {
      200: json(
        z.object({ changes: z.array(FeedChange), next: z.string().nullable(), asOf: z.date() }),
        'Oldest first. Ask next time since the `asOf` of the first page.'
      ),
      ...problems
    }
  }),
  async (c) => {
    const { ctx, shop } = c.var
    const changes = await listChanges(ctx, shop.id, c.req.valid('param').id, c.req.valid('query'))
    return changes.ok ? c.json(changes.value as never, 200) : (refusalProblem(c, changes) as never)
  }
)

async function show(c: Context<ApiEnv>, id: string) {
  return (await viewIn(c))((await findFeed(c.var.ctx, c.var.shop.id, id))!)
}

/** How a feed is shown: with its addresses in full. */
async function viewIn({ var: { ctx, shop } }: Context<ApiEnv>) {
  const origin = await originOf(ctx, shop.id)
  return ({ code, linkCode, fingerprint: _, ...feed }: Kept) => {
    const at = (format: string) => `${origin}/feeds/${code}.${format}`
    const addresses = { xml: at('xml'), csv: at('csv'), tsv: at('tsv') }
    return { ...feed, link: linkCode, addresses } as z.output<typeof Feed>
  }
}
