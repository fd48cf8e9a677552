import { z } from 'zod'
import { cleanLine } from '#platform/text.ts'

const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .default('')
    .transform(cleanLine)
    .pipe(z.string().max(max))

export const country = z.string().regex(/^[A-Z]{2}$/)

export const shipTo = z.object({
  name: line(100),
  phone: line(40),
  line1: line(120),
  line2: line(120),
  postcode: line(20),
  city: line(80),
  region: line(80),
  country
})

const email = z
  .string()
  .max(400)
  .transform((text) => cleanLine(text))
  .pipe(z.email().max(254))

const token = z.string().regex(/^[\w-]{16,64}$/)

export const detailsInput = z.object({
  token,
  email: email.nullish().catch(null),
  shipTo: shipTo.nullish().catch(null),
  country: country.nullish().catch(null),
  rateId: z.uuid().nullish().catch(null)
})

export const placeInput = z.object({
  token,
  /** Names one press of Pay: pressing again with it is answered as before. */
  key: z.string().regex(/^[\w-]{8,64}$/),
  email,
  shipTo: shipTo.refine((to) => to.name.length > 0, { path: ['name'] }),
  rateId: z.uuid().nullish(),
  payment: z.object({
    provider: z.string().max(40),
    instrument: z.record(z.string().max(40), z.string().max(200)).default({})
  }),
  /** What the page showed: another sum is not charged. */
  expected: z.object({ amount: z.int().min(0), currency: z.string().length(3) }),
  terms: z.literal(true),
  locale: z.enum(['en', 'fi', 'nb'])
})
