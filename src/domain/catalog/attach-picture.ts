import { sql } from 'kysely'
import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { touchProducts } from './write-products.ts'

/** Hangs one more picture on a product, at a position, and shows it for these of its SKUs that show none yet. */
export async function attachPicture(
  ctx: Pick<Context, 'clock'>,
  tx: Tx,
  shopId: number,
  one: { productId: string; pictureId: string; position: number; alt: string; skus: readonly string[] }
): Promise<void> {
  await touchProducts(ctx, tx, shopId, [one.productId])
  await tx
    .insertInto('product_pictures')
    .values({
      shop_id: shopId,
      product_id: one.productId,
      picture_id: one.pictureId,
      position: one.position,
      alt: one.alt
    })
    .onConflict((c) => c.doNothing())
    .execute()
  if (one.skus.length === 0) return
  await sql`
    update variants set picture_id = ${one.pictureId}
    where shop_id = ${shopId} and product_id = ${one.productId} and picture_id is null
      and sku = any(${one.skus}::text[])`.execute(tx)
}
