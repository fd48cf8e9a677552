import type { Context } from '#context'

/** Whether this member follows the shop. */
export async function isFollowing(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  memberId: string
): Promise<boolean> {
  const row = await db
    .selectFrom('follows')
    .select('member_id')
    .where('shop_id', '=', shopId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row !== undefined
}
