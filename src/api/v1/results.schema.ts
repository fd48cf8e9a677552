import { z } from '@hono/zod-openapi'

const known = z.int().min(0)
const told = z.int().nullable().describe('Null where nobody tells us; never 0 for not known.')

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
    revenue: z.int().describe('Net of discounts, refunds, VAT and shipping, in minor units.')
  })
  .openapi('Measures')

export const Results = z
  .object({
    window: z.object({ from: z.string(), to: z.string(), days: z.int(), timezone: z.string() }),
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
