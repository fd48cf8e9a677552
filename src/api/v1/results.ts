import { z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { creditedOrders, creditsByModel } from '#domain/attribution/index.ts'
import {
  daily,
  daysOf,
  DIMENSIONS,
  flow,
  nextSteps,
  ranked,
  subjectsOf,
  totals,
  windowOf,
  writeResultsCsv,
  type WindowInput
} from '#domain/metrics/index.ts'
import { settle } from '#domain/projections.ts'
import { isLocale } from '#domain/shops/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { operation, type AnyAsk } from '../operation.ts'
import { csvHeadings } from './results.headings.ts'
import { Flow, NextStep, Results, ResultsOf, window } from './results.schema.ts'

/** What came of posts, campaigns, links and products, as JSON and as CSV. */
export const results = openApp()

const permission = 'results.read'
const MOST = 500
const params = z.object({ dimension: z.enum(DIMENSIONS) })
const query = z.object(window)

const windowAsked = ({ ctx, shop }: Pick<AnyAsk, 'ctx' | 'shop'>, asked: WindowInput) =>
  windowOf(ctx.clock.now(), shop.timezone, asked)

operation(
  results,
  {
    ...{ name: 'getFlow', method: 'get', path: '/flow', permission, query, answer: Flow },
    summary: 'Likes, clicks, carts and orders by the network they came by'
  },
  async ({ ctx, shop, query }) => {
    const asked = windowAsked({ ctx, shop }, query)
    await settle(ctx, shop.id)
    return done({ window: asked, lanes: await flow(ctx, shop.id, asked) })
  }
)

operation(
  results,
  {
    ...{ name: 'listNextSteps', method: 'get', path: '/next-steps', permission },
    ...{ summary: 'What waits to be done', answer: z.object({ steps: z.array(NextStep) }) }
  },
  async ({ ctx, shop }) => done({ steps: await nextSteps(ctx, shop.id, shop.timezone) })
)

operation(
  results,
  {
    ...{
      name: 'getResults',
      method: 'get',
      path: '/{dimension}',
      permission,
      params,
      query,
      answer: Results
    },
    ...{
      summary: 'Results of a window, compared with the one before',
      description: 'Best first, at most 500.'
    }
  },
  async ({ ctx, shop, params: { dimension }, query }) => {
    const asked = windowAsked({ ctx, shop }, query)
    await settle(ctx, shop.id)
    const [compared, rows] = await Promise.all([
      totals(ctx, shop.id, asked),
      ranked(ctx, shop.id, asked, dimension, MOST)
    ])
    const keys = rows.map(({ key }) => key)
    const subjects = await subjectsOf(ctx, shop.id, dimension, keys)
    const named = rows.map((row) => ({ ...row, title: subjects.get(row.key)?.title ?? null }))
    return done({ window: asked, currency: shop.currency, ...compared, rows: named })
  }
)

operation(
  results,
  {
    ...{
      name: 'getResultsCsv',
      method: 'get',
      path: '/{dimension}/csv',
      permission,
      params,
      file: 'text/csv'
    },
    ...{ summary: 'The same as a CSV file, all rows', description: 'UTF-8, with headings.' },
    query: query.extend({
      lang: z.string().optional().openapi({ description: 'Of the headings: en, fi or nb.' })
    })
  },
  async ({ c, ctx, shop, locale, params: { dimension }, query: { lang, ...asked } }) => {
    const span = windowAsked({ ctx, shop }, asked)
    await settle(ctx, shop.id)
    const headings = csvHeadings(isLocale(lang) ? lang : locale)
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="${dimension}-${span.from}-${span.to}.csv"`)
    const file = stream(c, async (out) => {
      const pieces = writeResultsCsv(ctx, shop, span, { dimension, headings })
      for await (const piece of pieces) await out.write(piece)
    })
    return done(file)
  }
)

operation(
  results,
  {
    ...{
      name: 'getResultsOf',
      method: 'get',
      path: '/{dimension}/{key}',
      permission,
      query,
      answer: ResultsOf
    },
    ...{ summary: 'What came of one post, campaign, link or product', refusals: ['not_found'] },
    params: params.extend({ key: z.string().max(60) })
  },
  async ({ ctx, shop, params: { dimension, key }, query }) => {
    const known = dimension === 'link' || isUuid(key)
    const subject = known && (await subjectsOf(ctx, shop.id, dimension, [key])).get(key)
    if (!subject) return refused('not_found')
    const asked = windowAsked({ ctx, shop }, query)
    await settle(ctx, shop.id)
    const scope = { dimension, key }
    const [compared, lanes, days] = await Promise.all([
      totals(ctx, shop.id, asked, scope),
      flow(ctx, shop.id, asked, scope),
      daily(ctx, shop.id, asked, { dimension, keys: [key], kinds: ['click'] })
    ])
    const clicks = daysOf(asked).map((day) => ({ day, clicks: days.get(key)?.get(day) ?? 0 }))
    const credits = dimension === 'product' ? NONE : await creditsOf(ctx, shop.id, { by: dimension, key })
    const { currency } = shop
    return done({
      window: asked,
      currency,
      title: subject.title,
      ...compared,
      lanes,
      days: clicks,
      ...credits
    })
  }
)

type Credited = Parameters<typeof creditedOrders>[2]

const NONE = { orders: [], models: [] }

/** The orders whose last touch this was, and the same sales by every model of attribution. */
async function creditsOf(ctx: AnyAsk['ctx'], shopId: number, credited: Credited) {
  const models = [...(await creditsByModel(ctx, shopId, credited))].map(([model, sums]) => ({
    model,
    ...sums
  }))
  return { orders: await creditedOrders(ctx, shopId, credited), models }
}
