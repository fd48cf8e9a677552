import type { Context } from '#context'
import { endSession, findSession, spentCookie, type SessionCookie, type Visit } from '#domain/auth/index.ts'

/** Ends the session of this browser, here and in the database. */
export async function signOut(ctx: Context, visit: Visit, headers: Headers): Promise<SessionCookie> {
  const session = await findSession(ctx, visit.shop.id, headers)
  if (session) await endSession(ctx, session.token)
  return spentCookie(visit.secure)
}
