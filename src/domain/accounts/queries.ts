import type { Context } from '#context'
import type { Actor, Role } from './actor.ts'
import type { Session } from './auth/sessions.ts'

export type MyAccount = {
  name: string
  handle: string
  email: string
  role: Role
  locale: string | null
  joinedAt: Date
  hasPassword: boolean
}

/** What a member sees and may change about themselves. */
export async function myAccount({ db }: Pick<Context, 'db'>, actor: Actor): Promise<MyAccount | undefined> {
  const member = await db
    .selectFrom('members')
    .select(['user_id', 'name', 'handle', 'email', 'role', 'locale', 'joined_at as joinedAt'])
    .where('shop_id', '=', actor.shopId)
    .where('id', '=', actor.memberId)
    .executeTakeFirst()
  if (!member) return undefined
  const { user_id, ...own } = member
  const password = await db
    .selectFrom('auth_accounts')
    .select('id')
    .where('user_id', '=', user_id)
    .where('password', 'is not', null)
    .executeTakeFirst()
  return { ...own, role: own.role as Role, hasPassword: password !== undefined }
}

/** The name and address behind a session: shown to someone who has an account but is not a member here yet. */
export async function findUser(
  { db }: Pick<Context, 'db'>,
  session: Session
): Promise<{ userId: string; name: string; email: string } | undefined> {
  return db
    .selectFrom('auth_users')
    .select(['id as userId', 'name', 'email'])
    .where('id', '=', session.userId)
    .executeTakeFirst()
}
