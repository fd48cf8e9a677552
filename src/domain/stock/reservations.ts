import { sql } from 'kysely'
import type { Ids } from '#platform/ids.ts'
import { withNext, type Tx } from '#platform/database/index.ts'
import type { Portion } from './take-stock.ts'

/** Whose the pieces are: a cart's until a moment, or an order's until they leave. */
export type Holder = { cartId: string; expiresAt: Date } | { orderId: string }

/** Writes down whose the promised pieces are; the sum per variant and place is stock.reserved. */
export async function insertReservations(
  { ids }: { ids: Ids },
  tx: Tx,
  shopId: number,
  holder: Holder,
  portions: readonly Portion[]
): Promise<void> {
  if (portions.length === 0) return
  const cart = 'cartId' in holder ? holder : undefined
  const orderId = 'orderId' in holder ? holder.orderId : null
  await sql`
    insert into reservations (shop_id, id, variant_id, location_id, quantity, cart_id, order_id, expires_at)
    select ${shopId}, id, variant_id, location_id, quantity, ${cart?.cartId ?? null}, ${orderId},
      ${cart?.expiresAt ?? null}
    from unnest(${portions.map(() => ids.next())}::uuid[], ${portions.map((p) => p.variantId)}::uuid[],
      ${portions.map((p) => p.locationId)}::uuid[], ${portions.map((p) => p.quantity)}::int[])
      as p (id, variant_id, location_id, quantity) ${withNext}`.execute(tx)
}

/** Deletes the reservations of a cart or an order and answers what they held. */
export async function takeReservations(
  tx: Tx,
  shopId: number,
  of: { cartId: string } | { orderId: string }
): Promise<(Portion & { expiresAt: Date | null })[]> {
  const owner = 'cartId' in of ? (['cart_id', of.cartId] as const) : (['order_id', of.orderId] as const)
  return tx
    .deleteFrom('reservations')
    .where('shop_id', '=', shopId)
    .where(owner[0], '=', owner[1])
    .returning([
      'variant_id as variantId',
      'location_id as locationId',
      'quantity',
      'expires_at as expiresAt'
    ])
    .execute()
}
