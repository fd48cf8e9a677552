import type { Context } from '#context'
import { findSession } from '#domain/auth/index.ts'
import type { Actor, Role } from './actor.ts'
import { noteSeen } from './note-seen.ts'
import { visitorKey } from './visitor.ts'

/**
 * Who sends this request to this shop: a member by session cookie, or a guest with the day's visitor key. A guest
 * costs no query, a member two by key and, once a day, a note of having been seen. `address` is the visitor's own (see addressOf).
 */
export async function identify(
  ctx: Context,
  shopId: number,
  headers: Headers,
  address: string
): Promise<Actor> {
  const session = await findSession(ctx, shopId, headers)
  const member = session && (await findMemberOf(ctx, shopId, session.userId))
  if (member && !member.blocked_at) {
    await noteSeen(ctx, shopId, member)
    return { shopId, role: member.role as Role, memberId: member.id, visitor: null }
  }
  const visitor = await visitorKey(ctx, shopId, headers, address)
  return { shopId, role: 'guest', memberId: null, visitor }
}

/** The member that this user is in this shop. */
export function findMemberOf({ db }: Pick<Context, 'db'>, shopId: number, userId: string) {
  return db
    .selectFrom('members')
    .select(['id', 'role', 'blocked_at', 'seen_at'])
    .where('shop_id', '=', shopId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
}
