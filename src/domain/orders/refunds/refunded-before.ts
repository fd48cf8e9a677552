import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'

/** What earlier refunds of an order came to: of its goods' earnings, and of its delivery. */
export async function refundedBefore(
  tx: Tx,
  shopId: number,
  orderId: string
): Promise<{ net: number; shipping: number }> {
  const { rows } = await sql<{ net: number; shipping: number }>`
    select coalesce(sum(net), 0)::bigint as net, coalesce(sum(shipping), 0)::bigint as shipping
    from refunds where shop_id = ${shopId} and order_id = ${orderId}`.execute(tx)
  return rows[0]!
}
