import type { Context } from '#context'
import type { Actor, Role } from '#domain/accounts/index.ts'

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
