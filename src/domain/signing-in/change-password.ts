import type { Context } from '#context'
import {
  authFor,
  cookieFor,
  findSession,
  limited,
  openSession,
  type SessionCookie,
  type Visit
} from '#domain/auth/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { ChangePasswordInput } from './schema.ts'
import { postLetter } from './post-letter.ts'

type Refusals = 'invalid' | 'too_many_tries' | 'wrong_password' | 'signed_out'

/**
 * Changes the password for whoever knows the present one, or sets a first one for whoever came by link only. Every
 * other device is signed out, this one gets a new session, and the owner is told by letter.
 */
export async function changePassword(
  ctx: Context,
  visit: Visit,
  headers: Headers,
  input: unknown
): Promise<Outcome<SessionCookie, Refusals>> {
  const read = parse(ChangePasswordInput, input)
  if (!read.ok) return read
  const session = await findSession(ctx, visit.shop.id, headers)
  if (!session) return refused('signed_out')
  const limit = limited(ctx, 'password', { address: visit.address, email: session.userId })
  if (limit) return limit
  const auth = await authFor(ctx, visit)
  const { internalAdapter, password } = await auth.$context
  const account = await internalAdapter.findCredentialAccount(session.userId)
  const hash = await password.hash(read.value.password)
  if (account?.password) {
    const known = await password.verify({ hash: account.password, password: read.value.current ?? '' })
    if (!known) return refused('wrong_password')
    await internalAdapter.updatePassword(session.userId, hash)
  } else {
    await internalAdapter.linkAccount({
      userId: session.userId,
      providerId: 'credential',
      accountId: session.userId,
      password: hash
    })
  }
  return renewed(ctx, visit, session.userId)
}

async function renewed(
  ctx: Context,
  visit: Visit,
  userId: string
): Promise<Outcome<SessionCookie, Refusals>> {
  const { internalAdapter } = await (await authFor(ctx, visit)).$context
  await internalAdapter.deleteUserSessions(userId)
  const { token } = await openSession(ctx, visit.shop.id, userId)
  const user = await internalAdapter.findUserById(userId)
  if (user) await postLetter(ctx, visit, { kind: 'changed', to: user.email, path: '/forgot' })
  return done(await cookieFor(ctx, token, visit.secure))
}
