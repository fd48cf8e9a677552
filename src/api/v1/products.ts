import { z } from '@hono/zod-openapi'
import {
  findEditableProduct,
  listStudioProducts,
  saveProduct,
  setProductStates
} from '#domain/catalog/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId, found, pageOf } from '../fields.ts'
import { operation } from '../operation.ts'
import { Product, ProductFields, ProductLine, ProductState } from './products.schema.ts'

/** What the shop sells, as its staff see it: products of every state, with their variants, prices and stock. */
export const products = openApp()

const MB = 1024 * 1024
const example = {
  handle: 'herring-tee',
  title: 'Herring tee',
  state: 'active' as const,
  options: [{ name: 'Size', values: ['S', 'M'] }],
  variants: [
    { sku: 'TEE-S', optionValues: ['S'], price: 3200 },
    { sku: 'TEE-M', optionValues: ['M'], price: 3200 }
  ]
}
const refusals = ['address_taken', 'sku_taken', 'stock_promised']

operation(
  products,
  {
    ...{ name: 'listProducts', method: 'get', path: '/', permission: 'products.read', paged: true },
    summary: 'List products, the last changed first',
    description: 'Without a state, all but the archived.',
    query: z.object({ q: z.string().max(200).optional(), state: ProductState.optional() }),
    answer: pageOf('products', ProductLine)
  },
  async ({ ctx, shop, query, page }) => done(await listStudioProducts(ctx, shop.id, { ...query, ...page }))
)

operation(
  products,
  {
    ...{ name: 'createProduct', method: 'post', path: '/', permission: 'products.write', status: 201 },
    ...{ summary: 'Make a product', body: ProductFields, bodyBytes: 4 * MB, example, answer: Product },
    ...{ versioned: true, refusals: [...refusals, 'variant_not_found'] }
  },
  async ({ ctx, actor, shop, body }) => {
    const saved = await saveProduct(ctx, actor, body)
    return saved.ok
      ? found(await findEditableProduct(ctx, shop.id, saved.value.id), 'product_not_found')
      : saved
  }
)

operation(
  products,
  {
    ...{ name: 'getProduct', method: 'get', path: '/{id}', permission: 'products.read', params: byId },
    ...{ summary: 'One product', answer: Product, versioned: true, refusals: ['product_not_found'] }
  },
  async ({ ctx, shop, params }) =>
    found(await findEditableProduct(ctx, shop.id, params.id), 'product_not_found')
)

operation(
  products,
  {
    ...{ name: 'replaceProduct', method: 'put', path: '/{id}', permission: 'products.write', params: byId },
    summary: 'Save the whole of a product',
    description:
      'Variants that are not named are put away. With If-Match only the version you read is replaced; without it the latest.',
    ...{ body: ProductFields, bodyBytes: 4 * MB, example, answer: Product, versioned: true },
    refusals: [...refusals, 'product_not_found', 'variant_not_found', 'product_stale']
  },
  async ({ ctx, actor, shop, params: { id }, body, version }) => {
    const seen = version ?? (await findEditableProduct(ctx, shop.id, id))?.version
    if (seen === undefined) return refused('product_not_found')
    const saved = await saveProduct(ctx, actor, { ...body, id, version: seen })
    return saved.ok ? found(await findEditableProduct(ctx, shop.id, id), 'product_not_found') : saved
  }
)

const change = z.strictObject({ id: z.uuid(), state: ProductState })
const changes = z.object({ before: z.array(z.object(change.shape)) })

operation(
  products,
  {
    ...{ name: 'setProductStates', method: 'post', path: '/states', permission: 'products.write' },
    summary: 'Put products on sale, away, or back among the drafts',
    description: 'Answers what each was before: sent again as `changes`, that undoes it.',
    body: z.strictObject({ changes: z.array(change).max(500) }),
    example: { changes: [{ id: '0190b3d2-7c4e-7a11-9b1f-5e2f7f1c0a11', state: 'archived' }] },
    answer: changes
  },
  async ({ ctx, actor, body }) => setProductStates(ctx, actor, body.changes)
)
