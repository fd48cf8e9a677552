import { z } from '@hono/zod-openapi'
import { amount, count, moment } from '../fields.ts'
import { Picture } from './common.schema.ts'

export const ProductState = z.enum(['draft', 'active', 'archived'])
const TaxClass = z.enum(['standard', 'reduced', 'zero'])
const option = z.object({ name: z.string(), values: z.array(z.string()) })

export const ProductLine = z
  .object({
    id: z.uuid(),
    handle: z.string(),
    title: z.string(),
    state: ProductState,
    version: z.int(),
    updatedAt: moment,
    priceFrom: amount,
    priceTo: amount,
    variants: count,
    stock: z
      .int()
      .nullable()
      .openapi({ description: 'Pieces that can be promised; null where nobody counts.' }),
    collections: z.array(z.string()),
    picture: Picture.nullable()
  })
  .openapi('ProductLine')

const Variant = z
  .object({
    id: z.uuid(),
    sku: z.string(),
    barcode: z.string().nullable(),
    optionValues: z.array(z.string()),
    price: amount,
    compareAt: amount.nullable(),
    cost: amount.nullable(),
    grams: count,
    requiresShipping: z.boolean(),
    tracked: z.boolean(),
    continueSelling: z.boolean(),
    pictureId: z.uuid().nullable(),
    stock: z.record(z.string(), z.int()).openapi({ description: 'Pieces on hand, by the id of the place.' }),
    promised: count.openapi({ description: 'How many of them carts and orders hold.' })
  })
  .openapi('Variant')

export const Product = z
  .object({
    id: z.uuid(),
    version: z.int(),
    handle: z.string(),
    title: z.string(),
    description: z.string(),
    vendor: z.string().nullable(),
    productType: z.string().nullable(),
    state: ProductState,
    taxClass: TaxClass,
    options: z.array(option),
    seoTitle: z.string().nullable(),
    seoDescription: z.string().nullable(),
    updatedAt: moment,
    tags: z.array(z.string()),
    collectionIds: z.array(z.uuid()),
    pictures: z.array(Picture),
    variants: z.array(Variant)
  })
  .openapi('Product')

const VariantFields = z.strictObject({
  id: z.uuid().optional().openapi({ description: 'Of one that is there; without it a new one is made.' }),
  sku: z.string(),
  barcode: z.string().nullish(),
  optionValues: z.array(z.string()),
  price: amount,
  compareAt: amount.nullish(),
  cost: amount.nullish(),
  grams: count.optional(),
  requiresShipping: z.boolean().optional(),
  tracked: z.boolean().optional(),
  continueSelling: z.boolean().optional(),
  pictureId: z.uuid().nullish(),
  stock: z.record(z.uuid(), count).optional()
})

/** The whole of a product. Tags, collections and pictures that are not named stay as they are. */
export const ProductFields = z
  .strictObject({
    handle: z.string(),
    title: z.string(),
    description: z.string().optional(),
    vendor: z.string().nullish(),
    productType: z.string().nullish(),
    state: ProductState,
    taxClass: TaxClass.optional(),
    tags: z.array(z.string()).optional(),
    collectionIds: z.array(z.uuid()).optional(),
    pictures: z.array(z.strictObject({ id: z.uuid(), alt: z.string().optional() })).optional(),
    options: z.array(z.strictObject(option.shape)).optional(),
    variants: z.array(VariantFields).min(1),
    seoTitle: z.string().nullish(),
    seoDescription: z.string().nullish()
  })
  .openapi('ProductFields')

export const Location = z
  .object({ id: z.uuid(), name: z.string(), isDefault: z.boolean(), pickup: z.boolean() })
  .openapi('Location')
