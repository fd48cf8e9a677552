import type { Context } from '#context'
import {
  attempt,
  authAt,
  cookieFor,
  createAccount,
  limited,
  openSession,
  type SessionCookie
} from '#domain/auth/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { SignUpInput } from './schema.ts'

type Refusals = 'invalid' | 'too_many_tries' | 'wrong_password'

/**
 * A session for whoever sets the installation up, before there is a shop: a new account, or the one they made a moment
 * ago. Its address counts as theirs, since they hold the key to the machine.
 */
export async function beginSession(
  ctx: Context,
  { secure, address }: { secure: boolean; address: string },
  input: unknown
): Promise<Outcome<SessionCookie, Refusals>> {
  const read = parse(SignUpInput, input)
  if (!read.ok) return read
  const { email, password } = read.value
  const limit = limited(ctx, 'password', { address, email })
  if (limit) return limit
  const made = await createAccount(ctx, { ...read.value, verified: true })
  const userId = made.ok ? made.value : await userWith(ctx, email, password)
  if (!userId) return refused('wrong_password')
  const { token } = await openSession(ctx, 0, userId)
  return done(await cookieFor(ctx, token, secure))
}

async function userWith(ctx: Context, email: string, password: string): Promise<string | undefined> {
  const auth = await authAt(ctx, { shopId: 0, confirms: false })
  const known = await attempt(() => auth.api.signInEmail({ body: { email, password } }))
  return known.ok ? known.value.user.id : undefined
}
