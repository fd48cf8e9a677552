import type { Context } from '#context'
import type { Role } from '#domain/accounts/index.ts'
import { NO_ACCOUNT } from '#domain/members/schema.ts'

export type HeldMember = {
  id: string
  name: string
  handle: string
  email: string
  role: Role
  joinedAt: Date
  seenAt: Date | null
}

/** One member for the studio's page about them; whoever was erased is not found. */
export async function findHeldMember(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  memberId: string
): Promise<HeldMember | undefined> {
  const row = await db
    .selectFrom('members')
    .select(['id', 'name', 'handle', 'email', 'role', 'joined_at as joinedAt', 'seen_at as seenAt'])
    .where('shop_id', '=', shopId)
    .where('id', '=', memberId)
    .where('user_id', '<>', NO_ACCOUNT)
    .where('email', '<>', '')
    .executeTakeFirst()
  return row as HeldMember | undefined
}
