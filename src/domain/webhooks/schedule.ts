import { createHash } from 'node:crypto'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** After each failed try, the time until the next; the schedule that Standard Webhooks suggests. After the last it is given up. */
const WAITS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR
]
export const TRIES = WAITS.length + 1

const SPREAD = 0.2
const LONGEST_ASKED = 24 * HOUR

/**
 * How long to wait after the nth failed try, in milliseconds; undefined when it was the last. Up to a fifth longer, so
 * that what failed together does not come back together; never sooner than the receiver asked (Retry-After).
 */
export function waitAfter(n: number, deliveryId: string, asked = 0): number | undefined {
  const wait = WAITS[n - 1]
  if (wait === undefined) return undefined
  const part = createHash('sha256').update(`${deliveryId} ${n}`).digest().readUInt32BE() / 2 ** 32
  return Math.max(Math.round(wait * (1 + SPREAD * part)), Math.min(asked, LONGEST_ASKED))
}

const FIRST_REST = 5 * SECOND
const LONGEST_REST = 5 * MINUTE

/** How long a receiver where nobody answers is left alone, the nth time in a row. */
export const restAfter = (n: number): number => Math.min(FIRST_REST * 2 ** (n - 1), LONGEST_REST)

/** How long a receiver may fail without one success before it is given up. */
export const FAILING_DAYS = 5

/** Milliseconds that Retry-After asks for: seconds or a date (RFC 9110, 10.2.3). Nonsense asks for nothing. */
export function retryAfter(header: string | undefined, now: Date): number {
  if (!header) return 0
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * SECOND : Date.parse(header) - now.getTime()
  return Number.isFinite(ms) ? Math.max(0, ms) : 0
}
