import { sql } from 'kysely'
import { openElsewhere } from '#domain/stock/index.ts'
import type { Db, Tx } from '#platform/database/index.ts'

/** One size of a picture as stored: the widths there are by format. */
export type GoodsPicture = { id: string; width: number; height: number; jpeg: number[] }

export type GoodsVariant = {
  id: string
  sku: string
  barcode: string | null
  optionValues: string[]
  /** Minor units, VAT included. */
  price: number
  compareAt: number | null
  grams: number
  tracked: boolean
  continueSelling: boolean
  requiresShipping: boolean
  /** Pieces that can still be promised. */
  free: number
  pictureId: string | null
}

/** A product on sale with everything a feed tells of it. */
export type Goods = {
  id: string
  handle: string
  title: string
  /** Sanitised HTML. */
  description: string
  vendor: string | null
  productType: string | null
  options: { name: string }[]
  createdAt: Date
  collection: string | null
  pictures: GoodsPicture[]
  variants: GoodsVariant[]
}

export type GoodsFilter = { collections: readonly string[]; tags: readonly string[] }

const BATCH = 100

/** The products on sale in batches, in order of id; each batch is one statement, so that no reader holds a snapshot. */
export async function* readGoods(db: Db | Tx, shopId: number, filter: GoodsFilter): AsyncGenerator<Goods[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const goods = await select(db, shopId, sql`p.id > ${after} and ${narrowed(shopId, filter)}`, BATCH)
    if (goods.length > 0) yield goods
    if (goods.length < BATCH) return
    after = goods.at(-1)!.id
  }
}

/** Those of these products that are on sale and pass the filter. */
export const readGoodsByIds = (
  db: Db | Tx,
  shopId: number,
  ids: readonly string[],
  filter: GoodsFilter
): Promise<Goods[]> =>
  select(db, shopId, sql`p.id = any(${ids}::uuid[]) and ${narrowed(shopId, filter)}`, ids.length)

/** The condition that keeps to a feed's collections and tags. */
export function narrowed(shopId: number, { collections, tags }: GoodsFilter) {
  const inCollection = sql`exists (select 1 from collection_products cp where cp.shop_id = ${shopId}
    and cp.product_id = p.id and cp.collection_id = any(${collections}::uuid[]))`
  const tagged = sql`exists (select 1 from product_tags t where t.shop_id = ${shopId}
    and t.product_id = p.id and t.tag = any(${tags}::text[]))`
  if (collections.length && tags.length) return sql`(${inCollection} or ${tagged})`
  if (collections.length) return inCollection
  return tags.length ? tagged : sql`true`
}

async function select(
  db: Db | Tx,
  shopId: number,
  which: ReturnType<typeof narrowed>,
  most: number
): Promise<Goods[]> {
  const { rows } = await sql<Goods>`
    select p.id, p.handle, p.title, p.description, p.vendor, p.product_type as "productType", p.options,
      p.created_at as "createdAt",
      (select c.title from collection_products cp
        join collections c on c.shop_id = ${shopId} and c.id = cp.collection_id
        where cp.shop_id = ${shopId} and cp.product_id = p.id order by c.position, c.title limit 1) as collection,
      array(select json_build_object('id', i.id, 'width', i.width, 'height', i.height,
          'jpeg', coalesce(i.renditions->'jpeg', '[]'))
        from product_pictures pp join pictures i on i.shop_id = ${shopId} and i.id = pp.picture_id
        where pp.shop_id = ${shopId} and pp.product_id = p.id and i.state <> 'refused'
        order by pp.position, pp.picture_id limit 30) as pictures,
      array(select json_build_object('id', v.id, 'sku', v.sku, 'barcode', v.barcode,
          'optionValues', v.option_values, 'price', v.price, 'compareAt', v.compare_at, 'grams', v.grams,
          'tracked', coalesce(not e.open, v.tracked), 'continueSelling', v.continue_selling and e.open is null,
          'requiresShipping', v.requires_shipping and e.open is null, 'pictureId', v.picture_id,
          'free', case when e.open is null then (select coalesce(sum(s.on_hand - s.reserved), 0)::int from stock s
            where s.shop_id = ${shopId} and s.variant_id = v.id) else 0 end)
        from variants v cross join lateral (select ${openElsewhere(shopId)} as open) e
        where v.shop_id = ${shopId} and v.product_id = p.id and v.archived_at is null
        order by v.position, v.id) as variants
    from products p
    where p.shop_id = ${shopId} and p.state = 'active' and ${which}
    order by p.id limit ${most}`.execute(db)
  return rows
}
