import type { Context } from '#context'
import { enter, type Entered } from '#domain/accounts/index.ts'
import { authFor, createAccount, limited, openSession, type Session, type Visit } from '#domain/auth/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { hashSecret } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { AcceptInput } from './schema.ts'
import { addMember, joined } from './add-member.ts'
import { findInvite } from './queries.ts'

type Refusals = 'invalid' | 'too_many_tries' | 'invite_spent' | 'email_taken' | 'blocked'
type User = { userId: string; email: string; name: string }

/** Accepts an invitation as the person who is signed in here, whoever it was sent to: the token is the right to it. */
export async function acceptInvite(
  ctx: Context,
  visit: Visit,
  session: Session,
  token: string
): Promise<Outcome<Entered, Refusals>> {
  const limit = limited(ctx, 'token', visit)
  if (limit) return limit
  const { internalAdapter } = await (await authFor(ctx, visit)).$context
  const user = await internalAdapter.findUserById(session.userId)
  if (!user) return refused('invite_spent')
  const taken = await takeUp(ctx, visit, token, { userId: user.id, email: user.email, name: user.name })
  return taken.ok ? enter(ctx, visit, session) : taken
}

/** Accepts an invitation with a new account on the address it was sent to. */
export async function acceptInviteAsNew(
  ctx: Context,
  visit: Visit,
  input: unknown
): Promise<Outcome<Entered, Refusals>> {
  const read = parse(AcceptInput, input)
  if (!read.ok) return read
  const limit = limited(ctx, 'token', visit)
  if (limit) return limit
  const { token, name, password } = read.value
  const invite = await findInvite(ctx, visit.shop.id, token)
  if (!invite) return refused('invite_spent')
  const made = await createAccount(ctx, { email: invite.email, name, password, verified: invite.mailed })
  if (!made.ok) return made
  const taken = await takeUp(ctx, visit, token, { userId: made.value, email: invite.email, name })
  if (!taken.ok) return taken
  return enter(ctx, visit, await openSession(ctx, visit.shop.id, made.value))
}

/** Spends the invitation and gives the role, in one transaction; of two at once, one gets it. */
function takeUp(
  ctx: Context,
  visit: Visit,
  token: string,
  user: User
): Promise<Outcome<string, 'invite_spent'>> {
  const shopId = visit.shop.id
  return write(ctx, shopId, async (tx) => {
    const now = ctx.clock.now()
    const invite = await tx
      .updateTable('member_invites')
      .set({ accepted_at: now })
      .where('shop_id', '=', shopId)
      .where('token_hash', '=', hashSecret(token))
      .where('accepted_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('role')
      .executeTakeFirst()
    if (!invite) return refused('invite_spent')
    const role = invite.role as 'owner' | 'marketer' | 'moderator' | 'clerk'
    const memberId = await addMember(ctx, tx, shopId, { ...user, role, locale: visit.locale })
    if (memberId) await append(ctx, tx, shopId, [joined(memberId)])
    else await promote(tx, shopId, user.userId, role)
    return done(role)
  })
}

/** A member who is invited gets the role; an owner is never made less by it. */
async function promote(tx: Tx, shopId: number, userId: string, role: string): Promise<void> {
  await tx
    .updateTable('members')
    .set({ role })
    .where('shop_id', '=', shopId)
    .where('user_id', '=', userId)
    .where('role', '<>', 'owner')
    .execute()
}
