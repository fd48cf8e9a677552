/** What a store's messages are checked with. */
export type StoreKeys = { secret: string | null; oldSecret: string | null; oldSecretUntil: Date | null }

/** The secrets that are good now: the new one, and for a day the one before. */
export function secretsOf({ secret, oldSecret, oldSecretUntil }: StoreKeys, now: Date): string[] {
  if (!secret) return []
  return oldSecret && oldSecretUntil && oldSecretUntil > now ? [secret, oldSecret] : [secret]
}
