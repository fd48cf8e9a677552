import type { Tx } from '#platform/database/index.ts'
import type { PostFields } from './schema.ts'

export type ReferenceRefusal = 'picture_not_found' | 'product_not_found' | 'campaign_not_found'

const count = (ids: readonly string[]) => new Set(ids).size

/** What a post points at that this shop does not have. A row of another shop is as unknown as one that never was. */
export async function findUnknown(
  tx: Tx,
  shopId: number,
  { pictures, tags, campaignId }: PostFields
): Promise<ReferenceRefusal | undefined> {
  const pictureIds = pictures.map((picture) => picture.id)
  const productIds = tags.map((tag) => tag.productId)
  if ((await countPictures(tx, shopId, pictureIds)) !== count(pictureIds)) return 'picture_not_found'
  if ((await countProducts(tx, shopId, productIds)) !== count(productIds)) return 'product_not_found'
  if (campaignId && !(await hasCampaign(tx, shopId, campaignId))) return 'campaign_not_found'
  return undefined
}

async function countPictures(tx: Tx, shopId: number, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const rows = await tx
    .selectFrom('pictures')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('id', 'in', ids)
    .where('state', '<>', 'refused')
    .execute()
  return rows.length
}

async function countProducts(tx: Tx, shopId: number, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const rows = await tx
    .selectFrom('products')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('id', 'in', ids)
    .execute()
  return rows.length
}

async function hasCampaign(tx: Tx, shopId: number, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('campaigns')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
