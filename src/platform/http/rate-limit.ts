import type { Clock } from '../clock.ts'

/** At most `burst` at once, and one more every `everyMs`. */
export type Limit = { burst: number; everyMs: number }

export type Limiter = {
  /** Takes one for this key. Answers 0, or after how many seconds to try again; a refused try costs nothing. */
  take(key: string): number
  /** How many this key may still take at once, and in how many seconds its bucket is full again. */
  left(key: string): { left: number; fullIn: number }
}

const KEYS = 50_000

/**
 * A token bucket per key, kept as one number: the moment its bucket will be full again. Nothing is ever locked: the
 * next token comes by itself. Kept in this process's memory, so several processes together allow that many times
 * as much; the limits are chosen with that in mind, and no query is spent on a flood.
 */
export function createLimiter(clock: Clock, { burst, everyMs }: Limit): Limiter {
  const fullAt = new Map<string, number>()
  return {
    take(key) {
      const now = clock.now().getTime()
      const known = fullAt.get(key) ?? now
      const isPossible = known <= now + burst * everyMs // no longer so when the machine's clock was set back
      const next = (isPossible ? Math.max(known, now) : now) + everyMs
      const over = next - now - burst * everyMs
      if (over > 0) return Math.ceil(over / 1000)
      if (fullAt.size >= KEYS) forget(fullAt, now)
      fullAt.delete(key)
      fullAt.set(key, next)
      return 0
    },
    left(key) {
      const waiting = Math.max(0, (fullAt.get(key) ?? 0) - clock.now().getTime())
      return {
        left: Math.max(0, Math.floor(burst - waiting / everyMs)),
        fullIn: Math.ceil(waiting / 1000)
      }
    }
  }
}

/** Full buckets are forgotten; if a flood of keys left none, the tenth that was used longest ago. */
function forget(fullAt: Map<string, number>, now: number): void {
  for (const [key, at] of fullAt) if (at <= now) fullAt.delete(key)
  if (fullAt.size < KEYS) return
  for (const key of [...fullAt.keys()].slice(0, KEYS / 10)) fullAt.delete(key)
}
