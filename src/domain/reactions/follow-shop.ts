import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

type Followed = Outcome<{ changed: boolean }, 'not_a_member'>

/** A member follows the shop, once. */
export async function followShop(ctx: Context, { shopId, memberId }: Actor): Promise<Followed> {
  if (!memberId) return refused('not_a_member')
  return write(ctx, shopId, async (tx) => {
    const row = await tx
      .insertInto('follows')
      .values({ shop_id: shopId, member_id: memberId, followed_at: ctx.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('member_id')
      .executeTakeFirst()
    const subject = { kind: 'shop', id: null } as const
    if (row) await append(ctx, tx, shopId, [{ kind: 'follow', actor: memberId, subject, payload: null }])
    return done({ changed: row !== undefined })
  })
}

/** A member follows the shop no longer. */
export async function unfollowShop(ctx: Context, { shopId, memberId }: Actor): Promise<Followed> {
  if (!memberId) return refused('not_a_member')
  return write(ctx, shopId, async (tx) => {
    const row = await tx
      .deleteFrom('follows')
      .where('shop_id', '=', shopId)
      .where('member_id', '=', memberId)
      .returning('member_id')
      .executeTakeFirst()
    const subject = { kind: 'shop', id: null } as const
    if (row) await append(ctx, tx, shopId, [{ kind: 'unfollow', actor: memberId, subject, payload: null }])
    return done({ changed: row !== undefined })
  })
}
