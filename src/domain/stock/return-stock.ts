import { sql } from 'kysely'
import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import type { Amounts } from './end-reservations.ts'
import { changeLevels } from './set-levels.ts'

/** Sent pieces come back: to the place they left for this order, or else to the shop's default place. */
export async function returnStock(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  shopId: number,
  who: { orderId: string; actor: string | null },
  amounts: Amounts
): Promise<void> {
  if (amounts.length === 0) return
  const places = await placesOf(tx, shopId, who.orderId, amounts)
  const changes = amounts
    .filter(({ variantId }) => places.has(variantId))
    .map(({ variantId, quantity }) => ({
      variantId,
      locationId: places.get(variantId) ?? null,
      change: quantity
    }))
  await changeLevels(ctx, tx, shopId, changes, { reason: 'returned', ...who })
}

/** Where each counted variant left from; null for one that left from nowhere known. Uncounted ones are not in it. */
async function placesOf(tx: Tx, shopId: number, orderId: string, amounts: Amounts) {
  const { rows } = await sql<{ variantId: string; locationId: string | null }>`
    select v.id as "variantId", (
      select m.location_id from stock_moves m
      where m.shop_id = ${shopId} and m.variant_id = v.id and m.order_id = ${orderId} and m.reason = 'sold'
      order by m.moved_at desc, m.id desc limit 1) as "locationId"
    from variants v
    where v.shop_id = ${shopId} and v.tracked and v.id = any(${amounts.map((a) => a.variantId)}::uuid[])`.execute(
    tx
  )
  return new Map(rows.map((row) => [row.variantId, row.locationId]))
}
