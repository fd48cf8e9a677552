import { z } from '@hono/zod-openapi'
import { removeLinesOf } from '#domain/carts/index.ts'
import { viewBasket } from '#domain/checkout/index.ts'
import { handOver } from '#domain/stores/index.ts'
import { openApp } from '../app.ts'
import { found, id } from '../fields.ts'
import { operation } from '../operation.ts'
import { Cart } from './carts.schema.ts'

/** The way of a cart's goods to the store elsewhere that sells them. */
export const handOvers = openApp()

const permission = 'public'
const token = z.string().max(64)

operation(
  handOvers,
  {
    ...{ name: 'handOver', method: 'post', path: '/carts/{token}/hand-overs', permission, status: 201 },
    ...{ params: z.object({ token }), summary: 'Take what a store elsewhere sells of a cart there' },
    description:
      'Answers the address that fills the store’s own cart: open it in the buyer’s browser. The cart keeps its lines. Sent again within ten minutes with the same goods it is the same hand-over. A store of the kind url takes one thing at a time: name it. `arrival` is what the buyer’s address said of how they came (utm_*, fbclid, ttclid, epik, gclid).',
    body: z.strictObject({
      ...{ storeId: z.uuid(), variantId: z.uuid().nullish(), clickId: z.string().max(40).nullish() },
      arrival: z.record(z.string().max(40), z.string().max(500)).optional()
    }),
    example: { storeId: '0190b3d2-7c4e-7a11-9b1f-5e2f7f1c0a12', arrival: { utm_source: 'instagram' } },
    answer: z
      .object({
        id: z.uuid(),
        code: z.string().openapi({ description: 'Comes back with the store’s order.' }),
        address: z.string(),
        again: z.boolean()
      })
      .openapi('HandOver'),
    refusals: [
      ...['cart_not_found', 'store_not_found', 'store_closed', 'nothing_for_store'],
      ...['line_gone', 'choice_open']
    ]
  },
  async ({ ctx, actor, params, body }) => handOver(ctx, actor, { token: params.token, ...body })
)

operation(
  handOvers,
  {
    ...{ name: 'removeStoreLines', method: 'delete', path: '/carts/{token}/stores/{store}', permission },
    ...{ params: z.object({ token, store: id }), answer: Cart },
    ...{ summary: 'Take out all that a store elsewhere sells, once it was bought there' },
    refusals: ['cart_not_found', 'cart_paying', 'cart_ordered', 'line_not_found']
  },
  async ({ ctx, actor, params }) => {
    const removed = await removeLinesOf(ctx, actor, { token: params.token, storeId: params.store })
    return removed.ok ? found(await viewBasket(ctx, actor, params.token), 'cart_not_found') : removed
  }
)
