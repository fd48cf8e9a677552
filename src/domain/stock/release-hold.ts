import type { Tx } from '#platform/database/index.ts'
import { applyChanges } from './change.ts'
import { takeReservations } from './reservations.ts'
import type { Portion } from './take-stock.ts'

/**
 * Gives back everything set aside for a cart or an order, and answers how much that was. `before` runs between taking
 * the reservations and touching the stock: the moment to lock further rows in order.
 */
export async function releaseHold(
  tx: Tx,
  shopId: number,
  of: { cartId: string } | { orderId: string },
  before?: (freed: Portion[]) => Promise<void>
): Promise<number> {
  const freed = await takeReservations(tx, shopId, of)
  await before?.(freed)
  await applyChanges(tx, shopId, freed.map(giveBack))
  return freed.reduce((sum, { quantity }) => sum + quantity, 0)
}

export const giveBack = ({ variantId, locationId, quantity }: Portion) => ({
  variantId,
  locationId,
  onHand: 0,
  reserved: -quantity
})
