import { createHmac, timingSafeEqual } from 'node:crypto'
import { STANDARD } from '#domain/stores/index.ts'

const TOLERANCE_SECONDS = 300

/** Base64 of HMAC-SHA256 over the raw body, as Shopify and WooCommerce sign. */
export function isSigned(body: Buffer, signature: string, secrets: readonly string[]): boolean {
  return matches(signature, secrets, (secret) => createHmac('sha256', secret).update(body).digest())
}

export type Signature = { id: string; timestamp: string; signature: string }

/**
 * Standard Webhooks (https://www.standardwebhooks.com): one of the signatures is of one of our secrets, over id, time and
 * body, and the time is at most five minutes off.
 */
export function isStandard(
  body: Buffer,
  { id, timestamp, signature }: Signature,
  { secrets, now }: { secrets: readonly string[]; now: Date }
): boolean {
  if (!id || id.includes('.') || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > TOLERANCE_SECONDS) return false
  const sign = (secret: string) =>
    createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest()
  const given = signature.split(' ').filter((one) => one.startsWith('v1,'))
  return given.slice(0, 10).some((one) => matches(one.slice(3), secrets, sign))
}

/** `whsec_` and base64, or the words themselves where an owner chose their own. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith(STANDARD) ? Buffer.from(secret.slice(STANDARD.length), 'base64') : Buffer.from(secret)

function matches(signature: string, secrets: readonly string[], sign: (secret: string) => Buffer): boolean {
  const given = Buffer.from(signature.trim(), 'base64')
  // Every secret is tried, so that the time it takes does not tell which one it was.
  return secrets
    .map((secret) => {
      const expected = sign(secret)
      return given.length === expected.length && timingSafeEqual(given, expected)
    })
    .some(Boolean)
}
