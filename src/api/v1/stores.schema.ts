import { z } from '@hono/zod-openapi'
import { STORE_KINDS, storeChange, storeInput } from '#domain/stores/schema.ts'
import { count, moment } from '../fields.ts'

export const StoreFields = storeInput.strict().openapi('StoreFields')
export const StoreChangeFields = storeChange.strict().openapi('StoreChangeFields')

/** A store elsewhere. Its secret is never told, only whether there is one. */
export const Store = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(STORE_KINDS),
    address: z.url(),
    hasSecret: z.boolean(),
    goods: count.describe('How many variants are sold there.'),
    lastHeardAt: moment.nullable(),
    version: z.int(),
    createdAt: moment,
    disabledAt: moment.nullable()
  })
  .openapi('Store')

/** A variant that a store elsewhere sells: by the store's own id, or in a plain store at an address. */
export const StoreGood = z
  .object({
    variantId: z.uuid(),
    storeId: z.uuid(),
    outsideId: z.string().max(500).nullable(),
    url: z.string().max(2_000).nullable()
  })
  .openapi('StoreGood')

export const StoreGoods = z.object({ goods: z.array(StoreGood) }).openapi('StoreGoods')

export const StoreGoodFields = z.strictObject({
  variantId: z.uuid(),
  storeId: z.uuid(),
  outsideId: StoreGood.shape.outsideId.optional(),
  url: StoreGood.shape.url.optional()
})
