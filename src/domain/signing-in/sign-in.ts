import type { Context } from '#context'
import { enter, type Entered } from '#domain/accounts/index.ts'
import { attempt, authFor, limited, withTray, type Visit } from '#domain/auth/index.ts'
import { refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { SignInInput } from './schema.ts'
import { postLetter } from './post-letter.ts'

type Refusals = 'invalid' | 'too_many_tries' | 'wrong_password' | 'confirm_first' | 'blocked'

/**
 * Opens a session for the right address and password. An unknown address and a wrong password are refused alike,
 * after the same work. Whoever has not confirmed the address yet gets a fresh letter instead.
 */
export async function signIn(
  ctx: Context,
  visit: Visit,
  input: unknown
): Promise<Outcome<Entered, Refusals>> {
  const read = parse(SignInInput, input)
  if (!read.ok) return read
  const body = read.value
  const limit = limited(ctx, 'password', { address: visit.address, email: body.email })
  if (limit) return limit
  const auth = await authFor(ctx, visit)
  const tried = await attempt(() => auth.api.signInEmail({ body }))
  if (tried.ok) return enter(ctx, visit, { token: tried.value.token, userId: tried.value.user.id })
  if (tried.code !== 'EMAIL_NOT_VERIFIED') return refused('wrong_password')
  const letters = limited(ctx, 'letter', { address: visit.address, email: body.email })
  if (letters) return letters
  const { asked } = await withTray(() => auth.api.sendVerificationEmail({ body: { email: body.email } }))
  if (asked) {
    await postLetter(ctx, visit, {
      kind: 'confirm',
      to: asked.email,
      path: `/sign-up/confirm?token=${asked.token}`
    })
  }
  return refused('confirm_first')
}
