import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'

/** By how much the two figures of one variant at one place move. */
export type Change = { variantId: string; locationId: string; onHand: number; reserved: number }

/**
 * Moves figures of stock in one statement. Rows are locked in the order of variant and place, whoever comes, so that
 * two orders never wait for each other; the table's checks refuse a figure that would be wrong.
 */
export async function applyChanges(tx: Tx, shopId: number, changes: readonly Change[]): Promise<void> {
  const sums = sumByPlace(changes)
  if (sums.length === 0) return
  const { rows } = await sql`
    with change as (
      select * from unnest(${sums.map((c) => c.variantId)}::uuid[], ${sums.map((c) => c.locationId)}::uuid[],
        ${sums.map((c) => c.onHand)}::int[], ${sums.map((c) => c.reserved)}::int[])
        as c (variant_id, location_id, on_hand, reserved)),
    locked as (
      select s.variant_id, s.location_id, c.on_hand, c.reserved
      from stock s join change c on c.variant_id = s.variant_id and c.location_id = s.location_id
      where s.shop_id = ${shopId} order by s.variant_id, s.location_id for update of s)
    update stock s set on_hand = s.on_hand + l.on_hand, reserved = s.reserved + l.reserved from locked l
    where s.shop_id = ${shopId} and s.variant_id = l.variant_id and s.location_id = l.location_id
    returning 1`.execute(tx)
  if (rows.length !== sums.length) throw new Error(`${sums.length - rows.length} rows of stock are missing`)
}

function sumByPlace(changes: readonly Change[]): Change[] {
  const sums = new Map<string, Change>()
  for (const change of changes) {
    const key = `${change.variantId} ${change.locationId}`
    const sum = sums.get(key)
    if (!sum) sums.set(key, { ...change })
    else
      sums.set(key, { ...sum, onHand: sum.onHand + change.onHand, reserved: sum.reserved + change.reserved })
  }
  return [...sums.values()]
}
