import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { Want } from './hold-stock.ts'

/**
 * Turns what a cart holds into an order's own, without touching the stock. Answers false, having changed nothing that
 * matters, when the hold is not exactly what the order wants: gone, too little, too much, or not at `place`.
 * The caller then releases and reserves afresh in the same transaction.
 */
export async function allocateHold(
  tx: Tx,
  shopId: number,
  order: { cartId: string; orderId: string; wants: readonly Want[]; place: string | null }
): Promise<boolean> {
  const { rows } = await sql<{ variantId: string; locationId: string; quantity: number }>`
    update reservations set order_id = ${order.orderId}, cart_id = null, expires_at = null
    where shop_id = ${shopId} and cart_id = ${order.cartId}
    returning variant_id as "variantId", location_id as "locationId", quantity`.execute(tx)
  const left = new Map(order.wants.map(({ variantId, quantity }) => [variantId, quantity]))
  for (const { variantId, quantity } of rows) left.set(variantId, (left.get(variantId) ?? 0) - quantity)
  const there = order.place === null || rows.every(({ locationId }) => locationId === order.place)
  return there && [...left.values()].every((quantity) => quantity === 0)
}
