import type { Context } from '#context'
import { cookieFor, endSession, type Session, type SessionCookie, type Visit } from '#domain/auth/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { findMemberOf } from './identify.ts'
import { noteSeen } from './note-seen.ts'

export type Entered = {
  cookie: SessionCookie
  /** Null when this person is not a member here yet: the page then offers to join. */
  memberId: string | null
}

/** The last step of every way in: the cookie, and that the member was seen, unless the shop has shown this member the door. */
export async function enter(
  ctx: Context,
  visit: Visit,
  session: Session
): Promise<Outcome<Entered, 'blocked'>> {
  const member = await findMemberOf(ctx, visit.shop.id, session.userId)
  if (member?.blocked_at) {
    await endSession(ctx, session.token)
    return refused('blocked')
  }
  if (member) await noteSeen(ctx, visit.shop.id, member)
  const cookie = await cookieFor(ctx, session.token, visit.secure)
  return done({ cookie, memberId: member?.id ?? null })
}
