import type { Context } from '#context'
import { attempt, authFor, limited, type Visit } from '#domain/auth/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { ResetInput } from './schema.ts'
import { postLetter } from './post-letter.ts'

type Refusals = 'invalid' | 'too_many_tries' | 'link_spent'

/** Sets a new password by the letter's link, once; every device is signed out and the owner is told. */
export async function resetPassword(
  ctx: Context,
  visit: Visit,
  input: unknown
): Promise<Outcome<null, Refusals>> {
  const read = parse(ResetInput, input)
  if (!read.ok) return read
  const limit = limited(ctx, 'token', visit)
  if (limit) return limit
  const { token, password } = read.value
  const auth = await authFor(ctx, visit)
  const { internalAdapter } = await auth.$context
  const kept = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  const set = await attempt(() => auth.api.resetPassword({ body: { newPassword: password, token } }))
  if (!set.ok || !kept) return refused('link_spent')
  // Whoever read the letter owns the address.
  const user = await internalAdapter.updateUser(kept.value, { emailVerified: true })
  await postLetter(ctx, visit, { kind: 'changed', to: user.email, path: '/forgot' })
  return done(null)
}
