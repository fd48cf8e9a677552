import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { Plan } from './plan.ts'

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && new Set([...a, ...b]).size === a.length

/** Gives each product its tags, where its fields name any. Answers the plans whose tags changed. */
export async function saveTags(tx: Tx, shopId: number, plans: readonly Plan[]): Promise<Set<Plan>> {
  const tagged = plans.filter(({ fields }) => fields.tags)
  const known = await tagsOf(tx, shopId, tagged.flatMap(({ existing, id }) => (existing ? id : []))) // prettier-ignore
  const altered = tagged.filter(({ id, fields }) => !sameSet(known.get(id) ?? [], [...new Set(fields.tags)]))
  const cleared = altered.filter(({ id }) => known.has(id)).map(({ id }) => id)
  if (cleared.length) {
    await tx
      .deleteFrom('product_tags')
      .where('shop_id', '=', shopId)
      .where('product_id', 'in', cleared)
      .execute()
  }
  const pairs = altered.flatMap(({ id, fields }) => [...new Set(fields.tags)].map((tag) => ({ id, tag })))
  await sql`
    insert into product_tags (shop_id, product_id, tag)
    select ${shopId}, id, tag
    from unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map(({ tag }) => tag)}::text[]) as t (id, tag)`.execute(
    tx
  )
  return new Set(altered)
}

async function tagsOf(tx: Tx, shopId: number, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; tags: string[] }>`
    select product_id as id, array_agg(tag) as tags from product_tags
    where shop_id = ${shopId} and product_id = any(${ids}::uuid[]) group by product_id`.execute(tx)
  return new Map(rows.map(({ id, tags }) => [id, tags]))
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
  await holdCollections(tx, shopId, [...placed, ...wanted])
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

/** Whoever looked at a collection knows that nothing is put into it or taken out before they did. */
const holdCollections = (tx: Tx, shopId: number, ids: readonly string[]) =>
  tx
    .selectFrom('collections')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

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
