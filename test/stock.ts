import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '#platform/database/index.ts'
import type { World } from './world.ts'

/** The law of stock: moves add up to what is on hand, and reservations to what is promised, piece by piece. */
export async function expectStockToAddUp({ ctx, shopId }: Pick<World, 'ctx' | 'shopId'>): Promise<void> {
  const { rows } = await sql`
    select s.variant_id, s.location_id, s.on_hand, coalesce(m.moved, 0) as moved, s.reserved,
      coalesce(r.promised, 0) as promised
    from stock s
    left join (select variant_id, location_id, sum(change)::int as moved from stock_moves
      where shop_id = ${shopId} group by 1, 2) m using (variant_id, location_id)
    left join (select variant_id, location_id, sum(quantity)::int as promised from reservations
      where shop_id = ${shopId} group by 1, 2) r using (variant_id, location_id)
    where s.shop_id = ${shopId} and (s.on_hand <> coalesce(m.moved, 0) or s.reserved <> coalesce(r.promised, 0)
      or s.reserved > s.on_hand)`.execute(ctx.db)
  expect(rows).toEqual([])
}

/** A variant's figures over all places. */
export async function levelOf(
  { ctx, shopId }: Pick<World, 'ctx' | 'shopId'>,
  variantId: string,
  db: Db = ctx.db
): Promise<{ onHand: number; reserved: number }> {
  const { rows } = await sql<{ onHand: number; reserved: number }>`
    select coalesce(sum(on_hand), 0)::int as "onHand", coalesce(sum(reserved), 0)::int as reserved
    from stock where shop_id = ${shopId} and variant_id = ${variantId}`.execute(db)
  return rows[0]!
}
