import type { Tx } from '#platform/database/index.ts'

/** What an order must have set aside, and which of it sells on without stock. Uncounted goods are not in it. */
export async function readOrderWants(tx: Tx, shopId: number, orderId: string) {
  const rows = await tx
    .selectFrom('order_lines as l')
    .innerJoin('variants as v', (join) =>
      join.on('v.shop_id', '=', shopId).onRef('v.id', '=', 'l.variant_id')
    )
    .select(['l.variant_id as variantId', 'l.quantity', 'v.continue_selling as continueSelling'])
    .where('l.shop_id', '=', shopId)
    .where('l.order_id', '=', orderId)
    .where('v.tracked', '=', true)
    .execute()
  const free = new Set(rows.filter((row) => row.continueSelling).map(({ variantId }) => variantId))
  return { wants: rows.map(({ variantId, quantity }) => ({ variantId, quantity })), free }
}

export const lockCartById = (tx: Tx, shopId: number, cartId: string) =>
  tx
    .selectFrom('carts')
    .select('state')
    .where('shop_id', '=', shopId)
    .where('id', '=', cartId)
    .forUpdate()
    .executeTakeFirst()
