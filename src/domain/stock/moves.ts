import { sql } from 'kysely'
import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'

export type MoveReason = 'set' | 'received' | 'sold' | 'returned' | 'damaged' | 'import'

/** Why pieces came or went, and by whose hand. */
export type Why = { reason: MoveReason; actor: string | null; orderId?: string | null }

/** Journals changes of on_hand; their sum per variant and place is on_hand, always. */
export async function insertMoves(
  { clock, ids }: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  shopId: number,
  why: Why,
  changes: readonly { variantId: string; locationId: string; change: number }[]
): Promise<void> {
  const moved = changes.filter(({ change }) => change !== 0)
  if (moved.length === 0) return
  await sql`
    insert into stock_moves (shop_id, id, variant_id, location_id, change, reason, order_id, actor, moved_at)
    select ${shopId}, id, variant_id, location_id, change, ${why.reason}, ${why.orderId ?? null}, ${why.actor},
      ${clock.now()}
    from unnest(${moved.map(() => ids.next())}::uuid[], ${moved.map((m) => m.variantId)}::uuid[],
      ${moved.map((m) => m.locationId)}::uuid[], ${moved.map((m) => m.change)}::int[])
      as m (id, variant_id, location_id, change)`.execute(tx)
}
