import { z } from 'zod'
import { cleanLine } from '#platform/text.ts'

const MOST = 1_000_000_000

/** A code as people type it: spaces around it and small letters do not matter. */
export const couponCode = z
  .string()
  .max(200)
  .transform((text) => cleanLine(text).toUpperCase())
  .pipe(z.string().regex(/^[\p{Lu}\p{N}][\p{Lu}\p{N}_-]{1,39}$/u))

/** percent is whole percent, amount minor units of the shop's currency; free_shipping needs no value. */
export const couponInput = z
  .object({
    code: couponCode,
    kind: z.enum(['percent', 'amount', 'free_shipping']),
    value: z.int().min(0).max(MOST).default(0),
    minGoods: z.int().min(0).max(MOST).default(0),
    startsAt: z.date().nullish(),
    endsAt: z.date().nullish(),
    maxUses: z.int().min(1).max(MOST).nullish(),
    oncePerEmail: z.boolean().default(false),
    campaignId: z.uuid().nullish()
  })
  .refine((c) => c.kind !== 'percent' || (c.value >= 1 && c.value <= 100), { path: ['value'] })
  .refine((c) => c.kind !== 'amount' || c.value >= 1, { path: ['value'] })
  .refine((c) => !c.startsAt || !c.endsAt || c.startsAt < c.endsAt, { path: ['endsAt'] })

export type CouponInput = z.input<typeof couponInput>
