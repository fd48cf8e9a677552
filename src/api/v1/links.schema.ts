import { z } from '@hono/zod-openapi'

const count = z.int().min(0)

/** A link as the API tells it. Revenue is net, in minor units of the shop's currency. */
export const Link = z
  .object({
    code: z.string(),
    kind: z.enum(['short', 'buy', 'share']),
    label: z.string(),
    target: z.string(),
    items: z.array(z.object({ sku: z.string(), quantity: z.int() })).nullable(),
    coupon: z.string().nullable(),
    network: z.string().nullable(),
    campaign: z.string().nullable(),
    title: z.string().nullable(),
    state: z.enum(['open', 'expired', 'disabled']),
    createdAt: z.date(),
    expiresAt: z.date().nullable(),
    clicks: count,
    carts: count,
    orders: count,
    revenue: z.int()
  })
  .openapi('Link')
