import type { Context } from '#context'

export type Location = { id: string; name: string; isDefault: boolean; pickup: boolean }

/** The places of a shop, the default one first. */
export async function listLocations(ctx: Pick<Context, 'db'>, shopId: number): Promise<Location[]> {
  return ctx.db
    .selectFrom('locations')
    .select(['id', 'name', 'is_default as isDefault', 'pickup'])
    .where('shop_id', '=', shopId)
    .orderBy('is_default', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export type StockLevel = { variantId: string; locationId: string; onHand: number; reserved: number }

/** What is where, of these variants. A variant that was never counted has no row. */
export async function listStock(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  variantIds: readonly string[]
): Promise<StockLevel[]> {
  if (variantIds.length === 0) return []
  return ctx.db
    .selectFrom('stock')
    .select(['variant_id as variantId', 'location_id as locationId', 'on_hand as onHand', 'reserved'])
    .where('shop_id', '=', shopId)
    .where('variant_id', 'in', [...variantIds])
    .orderBy('variant_id')
    .orderBy('location_id')
    .execute()
}
