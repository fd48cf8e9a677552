import { z } from '@hono/zod-openapi'
import { count, moment } from '../fields.ts'

export const Picture = z
  .object({
    id: z.uuid(),
    base: z
      .string()
      .openapi({ description: 'Begins its addresses: base + /640.webp, of the widths in renditions.' }),
    width: z.int(),
    height: z.int(),
    renditions: z.record(z.string(), z.array(z.int())),
    focal: z.object({ x: z.number(), y: z.number() }),
    placeholder: z.string().nullable(),
    alt: z.string()
  })
  .openapi('Picture')

/** What someone wrote, cut into text, links and hashtags. */
export const Words = z
  .array(
    z.union([z.string(), z.object({ href: z.string(), text: z.string() }), z.object({ tag: z.string() })])
  )
  .openapi('Words')

export const Person = z
  .object({ id: z.uuid(), name: z.string(), avatar: Picture.nullable() })
  .openapi('Person')

export const ProductCard = z
  .object({
    id: z.uuid(),
    handle: z.string(),
    title: z.string(),
    priceFrom: z.int(),
    priceTo: z.int(),
    compareAt: z.int().nullable(),
    lowest30: z.int().nullable(),
    available: z.boolean(),
    variants: count,
    picture: Picture.nullable()
  })
  .openapi('ProductCard')

export const FoundPost = z
  .object({
    slug: z.string(),
    title: z.string(),
    text: z.string(),
    publishedAt: moment,
    picture: Picture.nullable()
  })
  .openapi('FoundPost')

export const Tag = z
  .object({
    n: z.int(),
    picture: z.int(),
    x: z.number(),
    y: z.number(),
    productId: z.uuid(),
    handle: z.string(),
    title: z.string(),
    price: z.int(),
    compareAt: z.int().nullable(),
    inStock: z.boolean(),
    variants: count
  })
  .openapi('Tag')

export const Counts = z
  .object({ likes: count, reposts: count, saves: count, comments: count, shares: count })
  .openapi('Counts')

export const OrderState = z.enum(['placing', 'placed', 'completed', 'declined', 'cancelled'])
export const PaymentState = z.enum([
  'processing',
  'pending',
  'paid',
  'part_refunded',
  'refunded',
  'declined',
  'void'
])
export const FulfilmentState = z.enum(['unfulfilled', 'part_fulfilled', 'fulfilled'])
export const TaxPart = z.object({ basisPoints: z.int(), gross: z.int(), tax: z.int() })

export const Address = z
  .object({
    name: z.string(),
    phone: z.string(),
    line1: z.string(),
    line2: z.string(),
    postcode: z.string(),
    city: z.string(),
    region: z.string(),
    country: z.string()
  })
  .openapi('Address')
