import type { Tx } from '#platform/database/index.ts'

/** The number of the shop's last committed entry: what comes after it is new. */
export async function ledgerHead(tx: Tx, shopId: number): Promise<number> {
  const counter = await tx
    .selectFrom('ledger_counters')
    .select('next')
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  return (counter?.next ?? 1) - 1
}
