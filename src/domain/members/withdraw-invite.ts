import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Takes an open invitation back; its link then leads nowhere. */
export async function withdrawInvite(
  ctx: Context,
  actor: Actor,
  inviteId: unknown
): Promise<Outcome<null, 'invite_spent'>> {
  if (!isUuid(inviteId)) return refused('invite_spent')
  return write(ctx, actor.shopId, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('member_invites')
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', inviteId)
      .where('accepted_at', 'is', null)
      .executeTakeFirst()
    return numDeletedRows ? done(null) : refused('invite_spent')
  })
}
