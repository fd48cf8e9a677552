import { z } from 'zod'

export const secretInput = z.object({
  /** Shopify shows its own, to be pasted here; left out, we make one for the store to sign with. */
  secret: z
    .string()
    .trim()
    .min(8)
    .max(200)
    .regex(/^[\x21-\x7e]+$/)
    .nullish()
})
export type SecretInput = z.input<typeof secretInput>
