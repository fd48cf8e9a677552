import { sql } from 'kysely'
import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { applyChanges } from './change.ts'
import { insertMoves, type Why } from './moves.ts'

/** How many there are of a variant at a place; without a place, at the shop's default one. */
export type Level = { variantId: string; locationId?: string | null; onHand: number }

/** What was set, and which levels stayed because more than that is promised to carts and orders. */
export type Levelled = {
  changes: { variantId: string; locationId: string; change: number }[]
  kept: { variantId: string; locationId: string; reserved: number }[]
}

type Row = { variantId: string; locationId: string; onHand: number; reserved: number }

/** Sets many levels inside the caller's transaction, each journalled as a move. An import uses it slab by slab. */
export async function setLevels(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  shopId: number,
  levels: readonly Level[],
  why: Why
): Promise<Levelled> {
  const wanted = levels.map((level) => ({ ...level, figure: level.onHand }))
  return relevel(ctx, tx, shopId, wanted, why, (_row, figure) => figure)
}

/** Adds to levels (or takes away) inside the caller's transaction, each journalled as a move. */
export async function changeLevels(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  shopId: number,
  changes: readonly { variantId: string; locationId?: string | null; change: number }[],
  why: Why
): Promise<Levelled> {
  const wanted = changes.map((change) => ({ ...change, figure: change.change }))
  return relevel(ctx, tx, shopId, wanted, why, (row, figure) => row.onHand + figure)
}

type Wanted = { variantId: string; locationId?: string | null; figure: number }

async function relevel(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  shopId: number,
  wanted: readonly Wanted[],
  why: Why,
  targetOf: (row: Row, figure: number) => number
): Promise<Levelled> {
  const figures = new Map(wanted.map((w) => [w.variantId + (w.locationId ?? ''), w.figure]))
  const outcome: Levelled = { changes: [], kept: [] }
  for (const row of await lockRows(tx, shopId, wanted)) {
    const figure = figures.get(row.variantId + row.locationId) ?? figures.get(row.variantId)!
    const target = targetOf(row, figure)
    if (target < row.reserved) outcome.kept.push(row)
    else if (target !== row.onHand) outcome.changes.push({ ...row, change: target - row.onHand })
  }
  await applyMoves(ctx, tx, shopId, outcome.changes, why)
  return outcome
}

async function applyMoves(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  shopId: number,
  changes: Levelled['changes'],
  why: Why
): Promise<void> {
  await applyChanges(
    tx,
    shopId,
    changes.map((c) => ({ ...c, onHand: c.change, reserved: 0 }))
  )
  await insertMoves(ctx, tx, shopId, why, changes)
}

/** The rows of stock these levels speak of, made where missing and locked in order. */
async function lockRows(
  tx: Tx,
  shopId: number,
  levels: readonly { variantId: string; locationId?: string | null }[]
): Promise<Row[]> {
  if (levels.length === 0) return []
  const wanted = sql`
    select w.variant_id, coalesce(w.location_id, l.id) as location_id
    from unnest(${levels.map((l) => l.variantId)}::uuid[], ${levels.map((l) => l.locationId ?? null)}::uuid[])
      as w (variant_id, location_id)
    join locations l on l.shop_id = ${shopId} and l.is_default`
  await sql`insert into stock (shop_id, variant_id, location_id)
    select ${shopId}, variant_id, location_id from (${wanted}) w order by 2, 3
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<Row>`
    select s.variant_id as "variantId", s.location_id as "locationId", s.on_hand as "onHand", s.reserved
    from stock s join (${wanted}) w on w.variant_id = s.variant_id and w.location_id = s.location_id
    where s.shop_id = ${shopId} order by s.variant_id, s.location_id for update of s`.execute(tx)
  return rows
}
