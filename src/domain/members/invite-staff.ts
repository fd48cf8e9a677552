import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { limited, linkTo, type Visit } from '#domain/auth/index.ts'
import { write } from '#domain/ledger/index.ts'
import { canMail, sendLetter } from '#domain/notifications/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { hashSecret } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { inviteLetter } from './letters.ts'
import { InviteInput } from './schema.ts'

const WEEK_MS = 7 * 86_400_000

type Refusals = 'invalid' | 'already_staff' | 'too_many_tries'
type Invite = { email: string; role: 'owner' | 'marketer' | 'moderator' | 'clerk' }
/** `link` only where no mail server is set: the owner then hands it over by other means. */
type Invited = { email: string; link: string | null }

/** Invites someone to work here, for a week. A second invitation to the same address replaces the first. */
export async function inviteStaff(
  ctx: Context,
  actor: Actor,
  visit: Visit,
  input: unknown
): Promise<Outcome<Invited, Refusals>> {
  const read = parse(InviteInput, input)
  if (!read.ok) return read
  const invite = read.value
  const limit = limited(ctx, 'letter', { address: visit.address, email: invite.email })
  if (limit) return limit
  const token = ctx.ids.secret(24)
  const link = await linkTo(ctx, visit, `/invite/${token}`)
  const mailed = canMail(ctx, visit.shop)
  return write(ctx, actor.shopId, async (tx) => {
    if (await isStaffAddress(tx, actor.shopId, invite.email)) return refused('already_staff')
    await replaceInvite(ctx, tx, actor, { ...invite, token, mailed })
    if (mailed) await post(ctx, tx, actor, { visit, invite, link })
    return done({ email: invite.email, link: mailed ? null : link })
  })
}

async function isStaffAddress(tx: Tx, shopId: number, email: string): Promise<boolean> {
  const row = await tx
    .selectFrom('members')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('email', '=', email)
    .where('role', '<>', 'member')
    .executeTakeFirst()
  return row !== undefined
}

type Row = Invite & { token: string; mailed: boolean }

async function replaceInvite(ctx: Context, tx: Tx, actor: Actor, { email, role, token, mailed }: Row) {
  if (!actor.memberId) throw new Error('Only a member invites')
  const now = ctx.clock.now()
  const fresh = {
    role,
    token_hash: hashSecret(token),
    mailed,
    invited_by: actor.memberId,
    created_at: now,
    expires_at: new Date(now.getTime() + WEEK_MS)
  }
  await tx
    .insertInto('member_invites')
    .values({ shop_id: actor.shopId, id: ctx.ids.next(), email, ...fresh })
    .onConflict((conflict) =>
      conflict.columns(['shop_id', 'email']).where('accepted_at', 'is', null).doUpdateSet(fresh)
    )
    .execute()
}

type Posting = { visit: Visit; invite: Invite; link: string }

async function post(ctx: Context, tx: Tx, actor: Actor, { visit, invite, link }: Posting): Promise<void> {
  const { name } = await tx
    .selectFrom('members')
    .select('name')
    .where('shop_id', '=', actor.shopId)
    .where('id', '=', actor.memberId)
    .executeTakeFirstOrThrow()
  const { locale, shop } = visit
  const text = inviteLetter({ name, role: invite.role, locale, shopName: shop.name }, link)
  await sendLetter(ctx, tx, { ...text, shopId: actor.shopId, kind: 'invite', to: invite.email })
}
