import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'

/** Pieces of one variant at one place. */
export type Portion = { variantId: string; locationId: string; quantity: number }

/**
 * Promises free pieces: one conditional UPDATE, which takes from the preferred place first, then from the place with
 * most, and splits where one place is not enough. Answers what it got, which may be less than was wanted.
 */
export async function takeStock(
  tx: Tx,
  shopId: number,
  wants: readonly { variantId: string; quantity: number }[],
  prefer: string | null = null
): Promise<Portion[]> {
  if (wants.length === 0) return []
  const { rows } = await sql<Portion>`
    with want as (
      select * from unnest(${wants.map((w) => w.variantId)}::uuid[], ${wants.map((w) => w.quantity)}::int[])
        as w (variant_id, wanted)),
    found as (
      select s.variant_id, s.location_id, s.on_hand - s.reserved as free, w.wanted
      from stock s join want w on w.variant_id = s.variant_id
      where s.shop_id = ${shopId} order by s.variant_id, s.location_id for update of s),
    queued as (
      select found.*, coalesce(sum(free) over (
        partition by variant_id
        order by (location_id = ${prefer}::uuid) desc nulls last, free desc, location_id
        rows between unbounded preceding and 1 preceding), 0) as before
      from found where free > 0),
    share as (
      select variant_id, location_id, least(free, wanted - before)::int as take from queued where before < wanted)
    update stock s set reserved = s.reserved + share.take from share
    where s.shop_id = ${shopId} and s.variant_id = share.variant_id and s.location_id = share.location_id
      and s.on_hand - s.reserved >= share.take
    returning s.variant_id as "variantId", s.location_id as "locationId", share.take as quantity`.execute(tx)
  return rows
}

/** What was wanted and not got, per variant that is short, with how many there were. */
export function shortOf(
  wants: readonly { variantId: string; quantity: number }[],
  got: readonly Portion[]
): { variantId: string; left: number }[] {
  const sums = new Map<string, number>()
  for (const { variantId, quantity } of got) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity)
  return wants
    .filter((want) => (sums.get(want.variantId) ?? 0) < want.quantity)
    .map(({ variantId }) => ({ variantId, left: sums.get(variantId) ?? 0 }))
}
