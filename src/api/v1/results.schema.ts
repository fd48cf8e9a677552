import { z } from '@hono/zod-openapi'
import { moment } from '../fields.ts'

const known = z.int().min(0)
const told = z.int().nullable().openapi({ description: 'Null where nobody tells us; never 0 for not known.' })

export const Measures = z
  .object({
    impressions: told,
    likes: told,
    reposts: told,
    shares: told,
    comments: told,
    saves: told,
    clicks: known,
    carts: known,
    orders: known,
    revenue: z.int().openapi({ description: 'Net of discounts, refunds, VAT and shipping, in minor units.' }),
    ordersElsewhere: known.openapi({ description: 'Of the orders, those of stores elsewhere.' }),
    revenueElsewhere: z.int().openapi({ description: 'Of the revenue, that of stores elsewhere.' })
  })
  .openapi('Measures')

/** What an address may ask for. */
export const window = {
  days: z.string().optional().openapi({ description: '7, 28 or 90, ending today.' }),
  from: z.string().optional().openapi({ description: 'YYYY-MM-DD, with `to`: whole days of the shop.' }),
  to: z.string().optional()
}

const Window = z
  .object({ from: z.string(), to: z.string(), days: z.int(), timezone: z.string() })
  .openapi('Window')

export const Results = z
  .object({
    window: Window,
    currency: z.string(),
    now: Measures,
    before: Measures,
    rows: z.array(
      Measures.extend({
        key: z.string(),
        title: z.string().nullable(),
        clicksBefore: known,
        cartsBefore: known
      })
    )
  })
  .openapi('Results')

const Lane = z
  .object({ network: z.string(), likes: told, clicks: known, carts: known, orders: known, revenue: z.int() })
  .openapi('Lane')

export const Flow = z.object({ window: Window, lanes: z.array(Lane) }).openapi('Flow')

export const NextStep = z
  .object({
    kind: z.enum(['send', 'pay', 'restock', 'drafts']),
    count: known.optional(),
    id: z.uuid().optional(),
    title: z.string().optional(),
    left: z.int().optional(),
    times: z.number().optional()
  })
  .openapi('NextStep')

export const ResultsOf = z
  .object({
    window: Window,
    currency: z.string(),
    title: z.string(),
    now: Measures,
    before: Measures,
    lanes: z.array(Lane),
    days: z.array(z.object({ day: z.string(), clicks: known })),
    orders: z.array(
      z.object({
        id: z.uuid(),
        number: z.string().openapi({ description: 'Ours, or as the store elsewhere calls it.' }),
        store: z.object({ id: z.uuid(), name: z.string() }).nullable(),
        placedAt: moment,
        net: z.int(),
        network: z.string().nullable()
      })
    ),
    models: z.array(z.object({ model: z.string(), orders: z.number(), revenue: z.number() }))
  })
  .openapi('ResultsOf')
