import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { protocolOf } from '#platform/http/index.ts'
import { authSecret } from './secret.ts'
import { cookieName, readCookie, SESSION_SECONDS, verifiedToken } from './session-cookie.ts'

export type Session = { token: string; userId: string }

/** The session that a request carries and that this shop opened; no other shop's session counts here. */
export async function findSession(
  ctx: Context,
  shopId: number,
  headers: Headers
): Promise<Session | undefined> {
  const value = readCookie(headers, cookieName(protocolOf(ctx.config, headers) === 'https'))
  if (!value) return undefined
  const token = verifiedToken(await authSecret(ctx), value)
  if (!token) return undefined
  const row = await ctx.db
    .selectFrom('auth_sessions')
    .select(['user_id', 'expires_at'])
    .where('token', '=', token)
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  return row && row.expires_at > ctx.clock.now() ? { token, userId: row.user_id } : undefined
}

/** Opens a session of this user at this shop, for two months. */
export async function openSession(
  { db, ids, clock }: Pick<Context, 'db' | 'ids' | 'clock'>,
  shopId: number,
  userId: string
): Promise<Session> {
  const now = clock.now()
  const token = ids.secret(24)
  const expires_at = new Date(now.getTime() + SESSION_SECONDS * 1000)
  const row = { id: ids.next(), user_id: userId, shop_id: shopId, token, expires_at }
  await db
    .insertInto('auth_sessions')
    .values({ ...row, created_at: now, updated_at: now })
    .execute()
  return { token, userId }
}

/** Hands the session of the set-up over to the shop that it opened. */
export async function moveSession(tx: Tx, { token }: Session, shopId: number): Promise<void> {
  await tx.updateTable('auth_sessions').set({ shop_id: shopId }).where('token', '=', token).execute()
}

/** Ends one session. */
export async function endSession({ db }: Pick<Context, 'db'>, token: string): Promise<void> {
  await db.deleteFrom('auth_sessions').where('token', '=', token).execute()
}

/** Throws away sessions and tokens whose time is over; they were refused already. */
export async function sweepSessions({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<void> {
  const now = clock.now()
  await db.deleteFrom('auth_sessions').where('expires_at', '<', now).execute()
  await db.deleteFrom('auth_verifications').where('expires_at', '<', now).execute()
}

/** The name and address behind a session: of someone who may not be a member here yet. */
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
