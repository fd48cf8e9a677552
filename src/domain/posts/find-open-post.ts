import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'

/** A post that is out, for a member who may take part. The share lock keeps it from being taken down meanwhile. */
export async function findOpenPost(
  tx: Tx,
  shopId: number,
  postId: string,
  memberId: string
): Promise<{ campaignId: string | null } | undefined> {
  return tx
    .selectFrom('posts')
    .select('campaign_id as campaignId')
    .where('shop_id', '=', shopId)
    .where('id', '=', postId)
    .where('state', '=', 'published')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('members')
          .select(sql`1`.as('one'))
          .where('shop_id', '=', shopId)
          .where('id', '=', memberId)
          .where('blocked_at', 'is', null)
      )
    )
    .forKeyShare()
    .executeTakeFirst()
}
