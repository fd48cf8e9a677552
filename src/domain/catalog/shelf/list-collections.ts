import { sql } from 'kysely'
import type { Context } from '#context'

/** `products` counts what is on sale in it. */
export type CollectionLine = {
  id: string
  handle: string
  title: string
  description: string
  position: number
  products: number
}

/** Every collection of a shop, in its order. */
export async function listCollections(
  { db }: Pick<Context, 'db'>,
  shopId: number
): Promise<CollectionLine[]> {
  const { rows } = await sql<CollectionLine>`
    select c.id, c.handle, c.title, c.description, c.position, count(p.id)::int as products
    from collections c
    left join collection_products cp on cp.shop_id = c.shop_id and cp.collection_id = c.id
    left join products p on p.shop_id = cp.shop_id and p.id = cp.product_id and p.state = 'active'
    where c.shop_id = ${shopId}
    group by c.shop_id, c.id
    order by c.position, c.title, c.id`.execute(db)
  return rows
}

/** The tags in use, the most used first. */
export async function listTags(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  limit = 200
): Promise<{ tag: string; products: number }[]> {
  const { rows } = await sql<{ tag: string; products: number }>`
    select tag, count(*)::int as products from product_tags
    where shop_id = ${shopId} group by tag order by count(*) desc, tag limit ${limit}`.execute(db)
  return rows
}
