import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && new Set([...a, ...b]).size === a.length

/** Makes these the product's tags. Answers whether anything changed. */
export async function saveTags(
  tx: Tx,
  shopId: number,
  id: string,
  tags: readonly string[]
): Promise<boolean> {
  const wanted = [...new Set(tags)]
  const rows = await tx
    .selectFrom('product_tags')
    .select('tag')
    .where('shop_id', '=', shopId)
    .where('product_id', '=', id)
    .execute()
  const tagged = rows.map((row) => row.tag)
  if (sameSet(tagged, wanted)) return false
  await tx.deleteFrom('product_tags').where('shop_id', '=', shopId).where('product_id', '=', id).execute()
  const values = wanted.map((tag) => ({ shop_id: shopId, product_id: id, tag }))
  if (values.length) await tx.insertInto('product_tags').values(values).execute()
  return true
}

/**
 * Puts the product into these collections of the shop and no others; where it was already, it keeps its place.
 * Unknown ones are passed over.
 */
export async function saveCollections(
  tx: Tx,
  shopId: number,
  id: string,
  collectionIds: readonly string[]
): Promise<boolean> {
  const rows = await tx
    .selectFrom('collection_products')
    .select('collection_id')
    .where('shop_id', '=', shopId)
    .where('product_id', '=', id)
    .execute()
  const wanted = [...new Set(collectionIds)]
  const placed = rows.map((row) => row.collection_id)
  if (sameSet(placed, wanted)) return false
  await sql`
    delete from collection_products
    where shop_id = ${shopId} and product_id = ${id} and collection_id <> all(${wanted}::uuid[])`.execute(tx)
  await sql`
    insert into collection_products (shop_id, collection_id, product_id)
    select shop_id, id, ${id} from collections
    where shop_id = ${shopId} and id = any(${wanted}::uuid[])
    on conflict do nothing`.execute(tx)
  return true
}

type PictureRef = { id: string; alt: string }

/** Makes these the product's pictures, in this order; pictures of another shop are passed over. */
export async function savePictures(
  tx: Tx,
  shopId: number,
  id: string,
  pictures: readonly PictureRef[]
): Promise<boolean> {
  const rows = await tx
    .selectFrom('product_pictures')
    .select(['picture_id as id', 'alt'])
    .where('shop_id', '=', shopId)
    .where('product_id', '=', id)
    .orderBy('position')
    .execute()
  const wanted = pictures.filter((one, i) => pictures.findIndex((other) => other.id === one.id) === i)
  if (JSON.stringify(rows) === JSON.stringify(wanted.map((one) => ({ id: one.id, alt: one.alt }))))
    return false
  await tx.deleteFrom('product_pictures').where('shop_id', '=', shopId).where('product_id', '=', id).execute()
  await sql`
    insert into product_pictures (shop_id, product_id, picture_id, position, alt)
    select p.shop_id, ${id}, p.id, w.position, w.alt
    from unnest(${wanted.map((one) => one.id)}::uuid[], ${wanted.map((one) => one.alt)}::text[])
      with ordinality as w (id, alt, position)
    join pictures p on p.shop_id = ${shopId} and p.id = w.id`.execute(tx)
  return true
}
