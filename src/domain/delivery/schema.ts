import { z } from 'zod'
import { cleanLine } from '#platform/text.ts'
import { COUNTRIES } from './data/countries.ts'

const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform(cleanLine)
    .pipe(z.string().max(max))

const amount = z.int().min(0).max(1_000_000_000)
const grams = z.int().min(0).max(10_000_000)
const country = z.string().refine((code) => COUNTRIES.includes(code))

export const zoneInput = z.object({
  id: z.uuid().nullish(),
  name: line(80).pipe(z.string().min(1)),
  /** Country codes, or '*' alone for every country no other zone names. */
  countries: z
    .array(z.union([country, z.literal('*')]))
    .min(1)
    .max(300)
    .transform((codes) => (codes.includes('*') ? ['*'] : [...new Set(codes)]))
})

export const rateInput = z
  .object({
    id: z.uuid().nullish(),
    zoneId: z.uuid(),
    name: line(80).pipe(z.string().min(1)),
    detail: line(160).default(''),
    kind: z.enum(['flat', 'weight', 'pickup']),
    price: amount,
    perKg: amount.default(0),
    minGrams: grams.default(0),
    maxGrams: grams.nullish(),
    freeOver: amount.nullish(),
    locationId: z.uuid().nullish()
  })
  .refine((rate) => rate.maxGrams == null || rate.maxGrams >= rate.minGrams, { path: ['maxGrams'] })

export const taxRateInput = z.object({
  country,
  taxClass: z.enum(['standard', 'reduced', 'zero']),
  validFrom: z.iso.date(),
  basisPoints: z.int().min(0).max(10_000)
})
