import { z } from '@hono/zod-openapi'
import { changeStock, listLocations, setStock } from '#domain/stock/index.ts'
import { done } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId, count } from '../fields.ts'
import { operation } from '../operation.ts'
import { Location } from './products.schema.ts'

/** How many of a thing are where. */
export const stock = openApp()

const refusals = ['variant_unknown', 'stock_promised']
const answer = z.object({ change: z.int().openapi({ description: 'By how many pieces it changed.' }) })
const locationId = z.uuid().nullish().openapi({ description: 'Without it, the shop’s default place.' })

operation(
  stock,
  {
    ...{ name: 'listLocations', method: 'get', path: '/locations', permission: 'products.read' },
    ...{
      summary: 'The places goods are kept, the default first',
      answer: z.object({ locations: z.array(Location) })
    }
  },
  async ({ ctx, shop }) => done({ locations: await listLocations(ctx, shop.id) })
)

operation(
  stock,
  {
    ...{ name: 'setStock', method: 'put', path: '/variants/{id}/stock', permission: 'products.write' },
    ...{ summary: 'Someone counted: so many are there', params: byId, answer, refusals },
    body: z.strictObject({ onHand: count, locationId }),
    example: { onHand: 12 }
  },
  async ({ ctx, actor, params, body }) => setStock(ctx, actor, { variantId: params.id, ...body })
)

operation(
  stock,
  {
    ...{
      name: 'moveStock',
      method: 'post',
      path: '/variants/{id}/stock-moves',
      permission: 'products.write'
    },
    ...{ summary: 'Pieces came, came back or broke', params: byId, answer, refusals },
    description: 'What is damaged is counted down: -1.',
    body: z.strictObject({
      change: z.int(),
      reason: z.enum(['received', 'returned', 'damaged']),
      locationId
    }),
    example: { change: 24, reason: 'received' }
  },
  async ({ ctx, actor, params, body }) => changeStock(ctx, actor, { variantId: params.id, ...body })
)
