import type { Context } from '#context'
import { authFor, findSession, limited, type Visit } from '#domain/auth/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

type Refusals = 'too_many_tries' | 'wrong_password' | 'sign_in_again'

/** How long after signing in someone without a password is still taken for themselves. */
const FRESH_MS = 15 * 60_000

/**
 * Before what cannot be undone: that it is really the account's owner, by the password, or where there is none by having
 * signed in by a letter just now.
 */
export async function proveSelf(
  ctx: Context,
  visit: Visit,
  headers: Headers,
  { userId, password }: { userId: string; password: string }
): Promise<Outcome<null, Refusals>> {
  const limit = limited(ctx, 'password', { address: visit.address, email: userId })
  if (limit) return limit
  const { internalAdapter, password: hashing } = await (await authFor(ctx, visit)).$context
  const account = await internalAdapter.findCredentialAccount(userId)
  if (account?.password) {
    const known = await hashing.verify({ hash: account.password, password })
    return known ? done(null) : refused('wrong_password')
  }
  const session = await findSession(ctx, visit.shop.id, headers)
  if (session?.userId !== userId) return refused('sign_in_again')
  const row = await ctx.db
    .selectFrom('auth_sessions')
    .select('created_at')
    .where('token', '=', session.token)
    .executeTakeFirst()
  const fresh = row && row.created_at.getTime() > ctx.clock.now().getTime() - FRESH_MS
  return fresh ? done(null) : refused('sign_in_again')
}
