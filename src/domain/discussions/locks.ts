import type { Tx } from '#platform/database/index.ts'

/** Locks a member who may take part, after the post: what one person says at once is said in turn. */
export async function lockMember(tx: Tx, shopId: number, memberId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('members')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('id', '=', memberId)
    .where('blocked_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}
