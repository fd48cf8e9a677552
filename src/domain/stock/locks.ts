import type { Tx } from '#platform/database/index.ts'

/**
 * Locks every row of stock of these variants, in the order of variant and place. Order of locks in a shop: cart or
 * order, then reservations, then stock, then the ledger's counter.
 */
export async function lockStock(
  tx: Tx,
  shopId: number,
  variants: readonly { variantId: string }[]
): Promise<void> {
  const ids = [...new Set(variants.map(({ variantId }) => variantId))]
  if (ids.length === 0) return
  await tx
    .selectFrom('stock')
    .select('variant_id')
    .where('shop_id', '=', shopId)
    .where('variant_id', 'in', ids)
    .orderBy('variant_id')
    .orderBy('location_id')
    .forUpdate()
    .execute()
}
