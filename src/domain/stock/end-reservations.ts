import { sql } from 'kysely'
import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { applyChanges } from './change.ts'
import { insertMoves, type MoveReason } from './moves.ts'
import { takeStock, type Portion } from './take-stock.ts'

/** How many of which variant. */
export type Amounts = readonly { variantId: string; quantity: number }[]

type Reserved = Portion & { id: string }
type Who = { orderId: string; actor: string | null }

/**
 * Pieces of an order leave the house. A variant that sells on without stock may have had nothing set aside; what has
 * come in since is taken then, and the rest was never counted.
 */
export async function commitStock(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  shopId: number,
  who: Who,
  amounts: Amounts
): Promise<void> {
  const { portions, short } = await endReservations(tx, shopId, who.orderId, amounts)
  await leave(ctx, tx, shopId, who, 'sold', [...portions, ...(await takeStock(tx, shopId, short))])
}

/** Pieces set aside for an order are lost or broken: they leave, and nobody gets them. */
export async function dropStock(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  shopId: number,
  who: Who,
  amounts: Amounts
): Promise<void> {
  const { portions } = await endReservations(tx, shopId, who.orderId, amounts)
  await leave(ctx, tx, shopId, who, 'damaged', portions)
}

/** Pieces set aside for an order are free for others again. */
export async function freeStock(tx: Tx, shopId: number, orderId: string, amounts: Amounts): Promise<void> {
  const { portions } = await endReservations(tx, shopId, orderId, amounts)
  await applyChanges(
    tx,
    shopId,
    portions.map((p) => ({ ...p, onHand: 0, reserved: -p.quantity }))
  )
}

async function leave(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  shopId: number,
  who: Who,
  reason: MoveReason,
  portions: readonly Portion[]
): Promise<void> {
  const changes = portions.map((p) => ({ ...p, onHand: -p.quantity, reserved: -p.quantity }))
  await applyChanges(tx, shopId, changes)
  const moves = portions.map((p) => ({ ...p, change: -p.quantity }))
  await insertMoves(ctx, tx, shopId, { reason, ...who }, moves)
}

/** Shrinks an order's reservations by these amounts; answers from where, and what it had nothing set aside for. */
async function endReservations(tx: Tx, shopId: number, orderId: string, amounts: Amounts) {
  const wanted = new Map<string, number>()
  for (const { variantId, quantity } of amounts) {
    wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity)
  }
  const portions: Reserved[] = []
  for (const row of await lockReservations(tx, shopId, orderId, [...wanted.keys()])) {
    const quantity = Math.min(row.quantity, wanted.get(row.variantId) ?? 0)
    if (quantity === 0) continue
    wanted.set(row.variantId, (wanted.get(row.variantId) ?? 0) - quantity)
    portions.push({ ...row, quantity })
  }
  await shrink(tx, shopId, portions)
  const short = [...wanted].map(([variantId, quantity]) => ({ variantId, quantity }))
  return { portions, short: short.filter(({ quantity }) => quantity > 0) }
}

async function lockReservations(tx: Tx, shopId: number, orderId: string, variantIds: string[]) {
  if (variantIds.length === 0) return []
  return tx
    .selectFrom('reservations')
    .select(['id', 'variant_id as variantId', 'location_id as locationId', 'quantity'])
    .where('shop_id', '=', shopId)
    .where('order_id', '=', orderId)
    .where('variant_id', 'in', variantIds)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** What shrinks to nothing is deleted first, since a reservation of nothing may not exist. */
async function shrink(tx: Tx, shopId: number, portions: readonly Reserved[]): Promise<void> {
  if (portions.length === 0) return
  const taken = sql`unnest(${portions.map((p) => p.id)}::uuid[], ${portions.map((p) => p.quantity)}::int[])
    as taken (id, quantity)`
  await sql`delete from reservations r using ${taken}
    where r.shop_id = ${shopId} and r.id = taken.id and r.quantity = taken.quantity`.execute(tx)
  await sql`update reservations r set quantity = r.quantity - taken.quantity from ${taken}
    where r.shop_id = ${shopId} and r.id = taken.id`.execute(tx)
}
