import { z } from 'zod'
import { SCOPES } from '#domain/accounts/index.ts'
import { line } from '#platform/fields.ts'

/** For how many days a key may be made; null is until it is revoked. */
export const KEY_DAYS = [30, 90, 365] as const

export const keyInput = z.object({
  name: line(80).pipe(z.string().min(1)),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1)
    .transform((scopes) => [...new Set(scopes)]),
  days: z.union(KEY_DAYS.map((days) => z.literal(days))).nullable()
})
export type KeyInput = z.input<typeof keyInput>
