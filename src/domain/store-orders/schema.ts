import { z } from 'zod'
import { storeSecret } from '#domain/stores/index.ts'

export const secretInput = z.object({
  /** Shopify shows its own, to be pasted here; left out, we make one for the store to sign with. */
  secret: storeSecret.nullish()
})
export type SecretInput = z.input<typeof secretInput>
