import { z } from 'zod'
import { cleanLine } from '#platform/text.ts'
import { storeSecret } from './secret.ts'

export const STORE_KINDS = ['shopify', 'woocommerce', 'ucp', 'url'] as const
export type StoreKind = (typeof STORE_KINDS)[number]

const line = (max: number) => z.string().max(2_000).transform(cleanLine).pipe(z.string().max(max))

const fields = z.object({
  name: line(80).pipe(z.string().min(1)),
  address: z.string().max(2_000).describe('Where its carts are filled, with https.'),
  secret: z
    .union([storeSecret, z.string().trim().length(0), z.null()])
    .transform((text) => text || null)
    .describe('What its webhooks are signed with. Written, never told again; null takes it away.')
})

export const storeInput = fields.extend({
  kind: z.enum(STORE_KINDS),
  secret: fields.shape.secret.default(null)
})
export type StoreInput = z.input<typeof storeInput>

export const storeChange = fields.partial()
export type StoreChange = z.input<typeof storeChange>

export const handOverInput = z.object({
  token: z.string().regex(/^[\w-]{16,64}$/),
  storeId: z.uuid(),
  /** Only this line: a plain store takes one thing at a time. */
  variantId: z.uuid().nullish(),
  clickId: z
    .string()
    .regex(/^[\w-]{8,40}$/)
    .nullish()
    .catch(null),
  /** The query of the page it is sent from; read-arrival.ts says what of it goes along. */
  arrival: z.record(z.string(), z.string()).default({})
})

const home = z.object({
  variantId: z.uuid(),
  storeId: z.uuid(),
  outsideId: z.string().max(500).nullish(),
  url: z.string().max(2_000).nullish()
})

export const storeGoodsInput = z.object({ productId: z.uuid(), goods: z.array(home).max(2_000) })
export type StoreGoodsInput = z.input<typeof storeGoodsInput>
