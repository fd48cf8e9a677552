import { z } from '@hono/zod-openapi'
import { secretInput } from '#domain/store-orders/schema.ts'
import { count, moment } from '../fields.ts'

/** An order in a store elsewhere. Nobody who buys there is known here: no name, no address. */
export const StoreOrder = z
  .object({
    id: z.uuid(),
    store: z.object({ id: z.uuid(), name: z.string() }),
    outsideId: z.string().describe('What the store itself calls it.'),
    number: z.string(),
    state: z.enum(['open', 'paid', 'part_refunded', 'refunded', 'cancelled']),
    ours: z.boolean().describe('Whether it came by a hand-over of this shop.'),
    currency: z.string(),
    total: z.int().describe('Minor units of its own currency, as are goods and refunded.'),
    goods: z.int().describe('What the goods earn: less discount, VAT and delivery.'),
    refunded: z.int(),
    net: z
      .int()
      .nullable()
      .describe('What results count, in the shop’s currency; null where it is no sale of ours.'),
    heardBy: z.enum(['webhook', 'import']),
    placedAt: moment,
    changedAt: moment.describe('The store’s own time of this state.')
  })
  .openapi('StoreOrder')

export const StoreMessage = z
  .object({
    id: z.string(),
    topic: z.string(),
    state: z.enum(['taken', 'ignored', 'refused']),
    problem: z.string().nullable(),
    heardAt: moment
  })
  .openapi('StoreMessage')

export const StoreResults = z
  .object({
    days: count,
    handOvers: count,
    converted: count.describe('Hand-overs that led to a paid order.'),
    orders: count,
    revenue: z.int().describe('Net, in minor units of the shop’s currency.'),
    otherCurrency: count.describe('Paid orders in other currencies: in no sum.')
  })
  .openapi('StoreResults')

export const SecretFields = z.strictObject(secretInput.shape).openapi('StoreSecretFields')
export const NewStoreSecret = z
  .object({ secret: z.string(), oldValidUntil: moment.nullable() })
  .openapi('NewStoreSecret')
