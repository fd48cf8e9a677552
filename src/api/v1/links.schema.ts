import { z } from '@hono/zod-openapi'
import { NETWORKS } from '#domain/links/index.ts'
import { count, moment } from '../fields.ts'

const item = z.object({ sku: z.string(), quantity: z.int().min(1).max(99) })

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
    createdAt: moment,
    expiresAt: moment.nullable(),
    clicks: count,
    carts: count,
    orders: count,
    revenue: z.int()
  })
  .openapi('Link')

export const LinkFields = z
  .strictObject({
    target: z.union([
      z.strictObject({ path: z.string() }),
      z.strictObject({ postId: z.uuid() }),
      z.strictObject({ productId: z.uuid() }),
      z.strictObject({
        items: z.array(z.strictObject(item.shape)).min(1).max(50),
        coupon: z.string().optional()
      })
    ]),
    label: z.string().optional(),
    code: z.string().optional(),
    network: z.enum(NETWORKS).optional(),
    campaignId: z.uuid().optional(),
    expiresAt: moment.optional()
  })
  .openapi('LinkFields')
