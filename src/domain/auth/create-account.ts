import type { Context } from '#context'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { authAt } from './auth.ts'

export type NewAccount = {
  email: string
  name: string
  password: string
  /** Whether we know already that the address is theirs. */
  verified: boolean
}

const UNIQUE = '23505'

/** Makes an account with a password and answers its user id. An address has one account. */
export async function createAccount(
  ctx: Context,
  { email, name, password, verified }: NewAccount
): Promise<Outcome<string, 'email_taken'>> {
  const auth = await authAt(ctx, { shopId: 0, confirms: false })
  const context = await auth.$context
  if (await context.internalAdapter.findUserByEmail(email)) return refused('email_taken')
  const hash = await context.password.hash(password)
  try {
    const user = await context.internalAdapter.createUser(
      { email, name, emailVerified: verified },
      { method: 'email-password' }
    )
    await context.internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: hash
    })
    return done(user.id)
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE) return refused('email_taken')
    throw error
  }
}
