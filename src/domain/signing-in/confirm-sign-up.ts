import type { Context } from '#context'
import { enter, type Entered } from '#domain/accounts/index.ts'
import { attempt, authFor, limited, type Visit } from '#domain/auth/index.ts'
import { joinShop } from '#domain/members/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { ConfirmInput } from './schema.ts'
import { emailInToken } from './email-in-token.ts'

type Refusals = 'invalid' | 'too_many_tries' | 'link_spent' | 'wrong_password' | 'blocked'

/**
 * Confirms an address by the letter's link and the password chosen at sign-up. Both are needed: otherwise a stranger
 * could sign up with somebody's address, wait for them to follow the link, and share the account.
 */
export async function confirmSignUp(
  ctx: Context,
  visit: Visit,
  input: unknown
): Promise<Outcome<Entered, Refusals>> {
  const read = parse(ConfirmInput, input)
  if (!read.ok) return read
  const { token, password } = read.value
  const email = emailInToken(token)
  if (!email) return refused('link_spent')
  const limit = limited(ctx, 'password', { address: visit.address, email })
  if (limit) return limit
  const auth = await authFor(ctx, visit)
  const signIn = () => attempt(() => auth.api.signInEmail({ body: { email, password } }))
  let entered = await signIn()
  if (!entered.ok && entered.code === 'EMAIL_NOT_VERIFIED') {
    const verified = await attempt(() => auth.api.verifyEmail({ query: { token } }))
    if (!verified.ok) return refused('link_spent')
    entered = await signIn()
  }
  if (!entered.ok) return refused('wrong_password')
  return settleIn(ctx, visit, entered.value)
}

type SignedIn = { token: string; user: { id: string; email: string; name: string } }

/** Whoever signed up here is a member from now on. */
async function settleIn(
  ctx: Context,
  visit: Visit,
  { token, user }: SignedIn
): Promise<Outcome<Entered, 'blocked'>> {
  const entered = await enter(ctx, visit, { token, userId: user.id })
  if (!entered.ok || entered.value.memberId) return entered
  const joined = await joinShop(ctx, visit, { userId: user.id, email: user.email }, { name: user.name })
  return done({ ...entered.value, memberId: joined.ok ? joined.value.memberId : null })
}
