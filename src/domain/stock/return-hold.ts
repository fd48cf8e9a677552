import type { Tx } from '#platform/database/index.ts'

/** Gives what an order held back to its cart, until a moment. The stock itself does not move. */
export async function returnHold(
  tx: Tx,
  shopId: number,
  { orderId, cartId, expiresAt }: { orderId: string; cartId: string; expiresAt: Date }
): Promise<void> {
  await tx
    .updateTable('reservations')
    .set({ order_id: null, cart_id: cartId, expires_at: expiresAt })
    .where('shop_id', '=', shopId)
    .where('order_id', '=', orderId)
    .execute()
}
