import { z } from 'zod'

/** How Standard Webhooks begins a secret; the rest is base64. */
export const STANDARD = 'whsec_'
const FEWEST_BYTES = 16
const DAY_MS = 86_400_000

/** What is base64 has to be bytes: signs that it does not know would be left out, and leave a key that anyone can guess. */
function isStrong(secret: string): boolean {
  if (!secret.startsWith(STANDARD)) return true
  const rest = secret.slice(STANDARD.length)
  return /^[\w+/-]+={0,2}$/.test(rest) && Buffer.from(rest, 'base64').length >= FEWEST_BYTES
}

/** What a store's webhooks are signed with, whichever way it gets here. */
export const storeSecret = z
  .string()
  .trim()
  .min(8)
  .max(200)
  .regex(/^[\x20-\x7e]+$/)
  .refine(isStrong)

type Replaced = { secret: string | null; old_secret?: string | null; old_secret_until?: Date | null }

/** What to write for another secret: the one before is believed for a day. Taken away, none of them is. */
export function replaceSecret(before: string | null, secret: string | null, now: Date): Replaced {
  if (secret === null) return { secret, old_secret: null, old_secret_until: null }
  if (before === null || before === secret) return { secret }
  return { secret, old_secret: before, old_secret_until: new Date(now.getTime() + DAY_MS) }
}
