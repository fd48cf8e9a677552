import type { Tx } from '#platform/database/index.ts'

/**
 * Locks every owner of a shop, in the order of their ids, and answers those who can act. Whoever takes an owner away
 * holds this first, so that two who remove each other at the same moment cannot leave the shop without one.
 */
export async function lockOwners(tx: Tx, shopId: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('members')
    .select(['id', 'role', 'blocked_at'])
    .where('shop_id', '=', shopId)
    .where('role', '=', 'owner')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.filter((row) => row.role === 'owner' && !row.blocked_at).map((row) => row.id)
}
