import { z } from 'zod'
import { cleanLine, cleanWords } from '#platform/text.ts'
import { COUNTRY_CODES, CURRENCIES, timezones } from '#platform/countries.ts'
import { LOCALES } from './locales.ts'

const ShopName = z.string().max(1_000).transform(cleanLine).pipe(z.string().min(1).max(80))
const Timezone = z.string().refine((zone) => timezones().includes(zone))
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** A host name as browsers send it: lower case, no port. */
export const Host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .refine((host) => host.split('.').every((label) => LABEL.test(label)))

export const NewShopInput = z.object({
  name: ShopName,
  currency: z.enum(CURRENCIES as [string, ...string[]]),
  country: z.enum(COUNTRY_CODES as [string, ...string[]]),
  locale: z.enum(LOCALES),
  timezone: Timezone
})

export const SettingsInput = z.object({
  name: ShopName,
  about: z.string().max(10_000).transform(cleanWords).pipe(z.string().max(2_000)),
  contactEmail: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .pipe(z.email().or(z.literal('')))
    .transform((email) => email || null),
  locale: z.enum(LOCALES),
  timezone: Timezone,
  /** A form's box, ticked when programs that train models are to be kept out (robots.txt). */
  keepTrainersOut: z
    .string()
    .optional()
    .transform((box) => box === 'on')
})

const Colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/)
  .nullable()

export const BrandInput = z.object({ awning: Colour, harbour: Colour })
