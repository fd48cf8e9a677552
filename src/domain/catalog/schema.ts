import { z } from 'zod'
import { cleanLine } from '#platform/text.ts'

/** As generous as the files that other shops export; a longer text is refused, never cut. */
export const LIMITS = {
  title: 255,
  handle: 255,
  description: 524_288,
  line: 255,
  tags: 250,
  options: 3,
  values: 2_000,
  variants: 2_000,
  pictures: 250,
  alt: 1_000,
  price: 1_000_000_000,
  stock: 1_000_000
}

const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform(cleanLine)
    .pipe(z.string().max(max))
const required = (max: number) => line(max).pipe(z.string().min(1))
const optional = (max: number) =>
  line(max)
    .nullish()
    .transform((text) => text || null)
const amount = z.int().min(0).max(LIMITS.price)

/** What an address may be made of: letters and digits of any script, hyphens and underscores after the first. */
export const handleText = line(LIMITS.handle).pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u))

export const variantInput = z.object({
  id: z.uuid().optional(),
  sku: required(LIMITS.line),
  barcode: optional(LIMITS.line),
  optionValues: z.array(required(LIMITS.line)).max(LIMITS.options),
  price: amount,
  compareAt: amount.nullish().transform((value) => value || null),
  cost: amount.nullish().transform((value) => value ?? null),
  grams: z.int().min(0).max(10_000_000).default(0),
  requiresShipping: z.boolean().default(true),
  tracked: z.boolean().default(true),
  continueSelling: z.boolean().default(false),
  pictureId: z.uuid().nullish(),
  /** Pieces on hand per location; a location that is not named keeps what it has. */
  stock: z.record(z.uuid(), z.int().min(0).max(LIMITS.stock)).optional()
})

const option = z.object({
  name: required(LIMITS.line),
  values: z.array(required(LIMITS.line)).min(1).max(LIMITS.values)
})

/** The whole of a product, as the studio's form and the import hand it over. Prices are minor units, VAT included. */
export const productInput = z
  .object({
    id: z.uuid().optional(),
    version: z.int().min(1).optional(),
    handle: handleText,
    title: required(LIMITS.title),
    description: z.string().max(LIMITS.description).default(''),
    vendor: optional(LIMITS.line),
    productType: optional(LIMITS.line),
    state: z.enum(['draft', 'active', 'archived']),
    taxClass: z.enum(['standard', 'reduced', 'zero']).default('standard'),
    /** What is not named stays as it is: tags, collections, pictures. */
    tags: z.array(required(LIMITS.line)).max(LIMITS.tags).optional(),
    collectionIds: z.array(z.uuid()).max(50).optional(),
    pictures: z
      .array(z.object({ id: z.uuid(), alt: line(LIMITS.alt).default('') }))
      .max(LIMITS.pictures)
      .optional(),
    options: z.array(option).max(LIMITS.options).default([]),
    variants: z.array(variantInput).min(1).max(LIMITS.variants),
    seoTitle: optional(LIMITS.title),
    seoDescription: optional(LIMITS.alt)
  })
  .refine(everyChoiceFits, { path: ['variants'], message: 'choice_mismatch' })
  .refine((product) => allDifferent(product.variants.map((v) => v.optionValues.join('\u0000'))), {
    path: ['variants'],
    message: 'choice_twice'
  })
  .refine((product) => allDifferent(product.variants.map((v) => v.sku)), {
    path: ['variants'],
    message: 'sku_twice'
  })

type Choices = { options: { values: string[] }[]; variants: { optionValues: string[] }[] }

/** Every variant chooses one of the values of every option. */
function everyChoiceFits({ options, variants }: Choices): boolean {
  const known = options.map((option) => new Set(option.values))
  return variants.every(
    ({ optionValues }) =>
      optionValues.length === known.length && optionValues.every((value, i) => known[i]?.has(value))
  )
}

const allDifferent = (texts: readonly string[]) => new Set(texts).size === texts.length

export type ProductInput = z.input<typeof productInput>
export type ProductFields = z.output<typeof productInput>
export type VariantFields = z.output<typeof variantInput>
