import type { Context } from '#context'
import { createLimiter, neighbourhoodOf, type Limit, type Limiter } from '#platform/http/index.ts'
import { refused } from '#platform/outcome.ts'

/**
 * How often strangers may try. Guesses at one account are counted per address as well, so that nobody can keep its
 * owner out; letters are counted per mailbox, so that nobody can flood it.
 */
const LIMITS = {
  password: { burst: 30, everyMs: 10_000 },
  password_account: { burst: 8, everyMs: 30_000 },
  account: { burst: 10, everyMs: 60_000 },
  letter: { burst: 12, everyMs: 60_000 },
  letter_mailbox: { burst: 4, everyMs: 240_000 },
  token: { burst: 30, everyMs: 10_000 }
} satisfies Record<string, Limit>

type Name = keyof typeof LIMITS

const limiters = new WeakMap<Context['clock'], Map<Name, Limiter>>()

function take(ctx: Pick<Context, 'clock'>, name: Name, key: string): number {
  let all = limiters.get(ctx.clock)
  if (!all) limiters.set(ctx.clock, (all = new Map()))
  let limiter = all.get(name)
  if (!limiter) all.set(name, (limiter = createLimiter(ctx.clock, LIMITS[name])))
  return limiter.take(key)
}

type Where = { address: string; email?: string }

/** Counts one try of this kind; answers a refusal that says how many seconds to wait, or undefined. */
export function limited(
  ctx: Pick<Context, 'clock'>,
  kind: 'password' | 'account' | 'letter' | 'token',
  where: Where
) {
  const address = neighbourhoodOf(where.address)
  let seconds = take(ctx, kind, address)
  if (!seconds && kind === 'password') seconds = take(ctx, 'password_account', `${address} ${where.email}`)
  if (!seconds && kind === 'letter') seconds = take(ctx, 'letter_mailbox', where.email ?? '')
  return seconds ? refused('too_many_tries', { seconds }) : undefined
}
