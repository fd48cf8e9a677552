import { z } from '@hono/zod-openapi'
import { listCollections, removeCollection, saveCollection } from '#domain/catalog/index.ts'
import { done, type Outcome } from '#platform/outcome.ts'
import type { Context } from '#context'
import { openApp } from '../app.ts'
import { byId, count, found } from '../fields.ts'
import { operation } from '../operation.ts'

/** Goods that belong together, in an order of their own. */
export const collections = openApp()

export const Collection = z
  .object({
    id: z.uuid(),
    handle: z.string(),
    title: z.string(),
    description: z.string(),
    position: count,
    products: count.openapi({ description: 'How many of them are on sale.' })
  })
  .openapi('Collection')

const CollectionFields = z
  .strictObject({
    title: z.string(),
    handle: z.string().optional().openapi({ description: 'Made from the title when it is left out.' }),
    description: z.string().optional(),
    position: count.optional(),
    productIds: z
      .array(z.uuid())
      .optional()
      .openapi({ description: 'Left out, the products stay as they are.' })
  })
  .openapi('CollectionFields')

const example = { title: 'Rainy days', position: 1 }
const refusals = ['address_taken', 'collection_not_found']
const write = {
  permission: 'products.write' as const,
  body: CollectionFields,
  example,
  answer: Collection,
  refusals
}

async function shown(
  ctx: Context,
  shopId: number,
  saved: Outcome<{ id: string }>
): Promise<Outcome<unknown>> {
  if (!saved.ok) return saved
  const all = await listCollections(ctx, shopId)
  return found(
    all.find(({ id }) => id === saved.value.id),
    'collection_not_found'
  )
}

operation(
  collections,
  {
    ...{ name: 'listCollections', method: 'get', path: '/', permission: 'products.read' },
    ...{
      summary: 'Every collection, in the shop’s order',
      answer: z.object({ collections: z.array(Collection) })
    }
  },
  async ({ ctx, shop }) => done({ collections: await listCollections(ctx, shop.id) })
)

operation(
  collections,
  {
    ...{ name: 'getCollection', method: 'get', path: '/{id}', permission: 'products.read', params: byId },
    ...{ summary: 'One collection', answer: Collection, watches: 'collection' },
    refusals: ['collection_not_found']
  },
  async ({ ctx, shop, params }) => shown(ctx, shop.id, done(params))
)

operation(
  collections,
  {
    name: 'createCollection',
    method: 'post',
    path: '/',
    status: 201,
    summary: 'Make a collection',
    ...write
  },
  async ({ ctx, actor, shop, body }) => shown(ctx, shop.id, await saveCollection(ctx, actor, body))
)

operation(
  collections,
  {
    ...{
      name: 'changeCollection',
      method: 'put',
      path: '/{id}',
      params: byId,
      ...{ summary: 'Change a collection', watches: 'collection' }
    },
    ...write
  },
  async ({ ctx, actor, shop, params, body }) =>
    shown(ctx, shop.id, await saveCollection(ctx, actor, { id: params.id, ...body }))
)

operation(
  collections,
  {
    ...{
      name: 'removeCollection',
      method: 'delete',
      path: '/{id}',
      permission: 'products.write',
      ...{ params: byId, watches: 'collection' }
    },
    ...{ summary: 'Remove a collection; its products stay', refusals: ['collection_not_found'] }
  },
  async ({ ctx, actor, params }) => removeCollection(ctx, actor, params.id)
)
