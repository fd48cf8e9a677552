import { z } from '@hono/zod-openapi'
import { findEditableProduct } from '#domain/catalog/index.ts'
import { homesOfProduct, setStoreGoods } from '#domain/stores/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId } from '../fields.ts'
import { operation, type Ask } from '../operation.ts'
import { StoreGoodFields, StoreGoods } from './stores.schema.ts'

/** Where the variants of a product are sold. */
export const storeGoods = openApp()

const one = {
  path: '/products/{id}/store-goods',
  params: byId,
  answer: StoreGoods,
  watches: 'storeGoods'
} as const

operation(
  storeGoods,
  {
    ...{ ...one, name: 'getStoreGoods', method: 'get', permission: 'products.read' },
    ...{ summary: 'Which variants stores elsewhere sell; the others are sold here' },
    refusals: ['product_not_found']
  },
  async (ask) => show(ask, ask.params.id)
)

operation(
  storeGoods,
  {
    ...{ ...one, name: 'setStoreGoods', method: 'put', permission: 'products.write' },
    ...{ summary: 'Say which variants stores elsewhere sell' },
    description:
      'Variants that are not named are sold here. `outsideId` is what a store calls the variant; in a plain store, `url` is the variant’s address and may hold {quantity} and {coupon}.',
    body: z.strictObject({ goods: z.array(StoreGoodFields).max(2_000) }),
    example: {
      goods: [
        {
          variantId: '0190b3d2-7c4e-7a11-9b1f-5e2f7f1c0a11',
          storeId: '0190b3d2-7c4e-7a11-9b1f-5e2f7f1c0a12',
          outsideId: '41234567890'
        }
      ]
    },
    refusals: [
      ...['product_not_found', 'variant_unknown', 'store_not_found'],
      ...['outside_id_refused', 'goods_address_refused', 'outside_id_taken']
    ]
  },
  async (ask) => {
    const { ctx, actor, params, body } = ask
    const set = await setStoreGoods(ctx, actor, { productId: params.id, goods: body.goods })
    return set.ok ? show(ask, params.id) : set
  }
)

async function show({ ctx, shop }: Pick<Ask<never, never, never>, 'ctx' | 'shop'>, id: string) {
  if (!(await findEditableProduct(ctx, shop.id, id))) return refused('product_not_found')
  const homes = await homesOfProduct(ctx.db, shop.id, id)
  const goods = homes.map(({ variantId, storeId, outsideId, url }) => ({
    variantId,
    storeId,
    outsideId,
    url
  }))
  return done({ goods })
}
