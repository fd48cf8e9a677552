import { z } from '@hono/zod-openapi'
import {
  changeFeed,
  createFeed,
  findFeed,
  listChanges,
  listFeeds,
  listProblems,
  removeFeed,
  setFeedDisabled,
  type Feed as Kept
} from '#domain/feeds/index.ts'
import { originOf } from '#domain/shops/index.ts'
import { done } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId, found, moment, pageOf } from '../fields.ts'
import { operation, type Ask } from '../operation.ts'
import { Feed, FeedChange, FeedChangeFields, FeedFields, FeedProblem } from './feeds.schema.ts'

/** Product feeds: what they tell, to whom, what a network would refuse, and what changed since a moment. */
export const feeds = openApp()

const permission = 'feeds.write'
const refusals = ['feed_not_found']
const one = { path: '/{id}', permission, params: byId, refusals } as const

operation(
  feeds,
  {
    ...{ name: 'listFeeds', method: 'get', path: '/', permission, summary: 'List product feeds' },
    answer: z.object({ feeds: z.array(Feed) })
  },
  async (ask) => {
    const view = await viewIn(ask)
    return done({ feeds: (await listFeeds(ask.ctx, ask.shop.id)).map(view) })
  }
)

operation(
  feeds,
  {
    ...{
      name: 'createFeed',
      method: 'post',
      path: '/',
      permission,
      status: 201,
      body: FeedFields,
      answer: Feed
    },
    summary: 'Make a product feed',
    example: { name: 'Everything', network: 'google', country: 'FI', locale: 'fi' },
    refusals: ['feed_address_taken']
  },
  async (ask) => {
    const made = await createFeed(ask.ctx, ask.actor, ask.body)
    return made.ok ? show(ask, made.value.id) : made
  }
)

operation(
  feeds,
  { ...one, name: 'getFeed', method: 'get', summary: 'One product feed', answer: Feed, versioned: true },
  async (ask) => show(ask, ask.params.id)
)

operation(
  feeds,
  {
    ...one,
    ...{
      name: 'changeFeed',
      method: 'put',
      summary: 'Change what a feed tells',
      answer: Feed,
      versioned: true
    },
    body: FeedChangeFields,
    example: { name: 'In stock', country: 'NO', locale: 'nb', settings: { inStockOnly: true } }
  },
  async (ask) => {
    const { ctx, actor, shop, params, body } = ask
    const version = ask.version ?? (await findFeed(ctx, shop.id, params.id))?.version ?? 0
    const changed = await changeFeed(ctx, actor, { feedId: params.id, version, ...body })
    return changed.ok ? show(ask, params.id) : changed
  }
)

operation(
  feeds,
  { ...one, name: 'removeFeed', method: 'delete', summary: 'Remove a feed for good' },
  async ({ ctx, actor, params }) => removeFeed(ctx, actor, { feedId: params.id })
)

for (const [method, disabled] of [
  ['put', true],
  ['delete', false]
] as const) {
  operation(
    feeds,
    {
      ...{ ...one, name: disabled ? 'disableFeed' : 'enableFeed', method, path: '/{id}/disablement' },
      ...{ summary: disabled ? 'Take a feed off the web' : 'Put a feed back', versioned: true }
    },
    async ({ ctx, actor, params, version }) =>
      setFeedDisabled(ctx, actor, { feedId: params.id, disabled, version })
  )
}

operation(
  feeds,
  {
    ...{ ...one, name: 'listFeedProblems', method: 'get', path: '/{id}/problems', paged: true },
    summary: 'Items the network would refuse, then those it would like otherwise',
    query: z.object({ problem: z.string().max(60).optional() }),
    answer: pageOf('problems', FeedProblem)
  },
  async ({ ctx, shop, params, query, page }) => {
    if (!(await findFeed(ctx, shop.id, params.id))) return found(undefined, 'feed_not_found')
    const { lines, next } = await listProblems(ctx, shop.id, params.id, { ...query, ...page })
    return done({ problems: lines, next })
  }
)

operation(
  feeds,
  {
    ...{ ...one, name: 'listFeedChanges', method: 'get', path: '/{id}/changes', paged: true },
    summary: 'What changed since a moment, for a network’s batch interface',
    description:
      'Oldest first. Next time, ask since the `asOf` of the first page; what went longer than 60 days ago is not told any more.',
    query: z.object({ since: moment }),
    answer: z.object({ changes: z.array(FeedChange), next: z.string().nullable(), asOf: moment })
  },
  async ({ ctx, shop, params, query, page }) =>
    listChanges(ctx, shop.id, params.id, { since: new Date(query.since), ...page })
)

type Asking = Pick<Ask<never, never, never>, 'ctx' | 'shop'>

async function show(ask: Asking, id: string) {
  const feed = await findFeed(ask.ctx, ask.shop.id, id)
  return found(feed && (await viewIn(ask))(feed), 'feed_not_found')
}

/** How a feed is shown: with its addresses in full. */
async function viewIn({ ctx, shop }: Asking) {
  const origin = await originOf(ctx, shop.id)
  return ({ code, linkCode, ...feed }: Kept) => {
    const at = (format: string) => `${origin}/feeds/${code}.${format}`
    return { ...feed, link: linkCode, addresses: { xml: at('xml'), csv: at('csv'), tsv: at('tsv') } }
  }
}
