import { sql } from 'kysely'
import type { Db } from '#platform/database/index.ts'

/** What of a cart was taken to a store, and when. */
export type HandedOver = { storeId: string; handedAt: Date; variantIds: string[] }

/** Where goods of a cart were taken, the latest first; the last fifty times. */
export async function handedOver(db: Db, shopId: number, cartId: string): Promise<HandedOver[]> {
  const { rows } = await sql<HandedOver>`
    select store_id as "storeId", handed_at as "handedAt",
      array(select line->>'variantId' from jsonb_array_elements(lines) as line) as "variantIds"
    from hand_overs where shop_id = ${shopId} and cart_id = ${cartId}
    order by handed_at desc, id desc limit 50`.execute(db)
  return rows
}
