import { sql } from 'kysely'
import type { Context } from '#context'
import { listPictures, type PictureView } from '#domain/pictures/index.ts'
import { openElsewhere, toBeHad } from '#domain/stock/index.ts'
import { lowestPrice } from './lowest-price.ts'

/** Prices are minor units, VAT included. */
export type VariantView = {
  id: string
  sku: string
  barcode: string | null
  /** One value for each of the product's options, in their order. */
  optionValues: string[]
  price: number
  compareAt: number | null
  /** The lowest price of the 30 days before the discount; null without one. */
  lowest30: number | null
  available: boolean
  /** Pieces that can still be promised; null where nobody counts, or where selling goes on without any. */
  left: number | null
  pictureId: string | null
  /** The name of the store elsewhere that sells and delivers it; null when we do. */
  store: string | null
}

/** A product as people see it. One that is no longer sold still has its page, which says so. */
export type ProductPage = {
  id: string
  handle: string
  title: string
  /** Sanitised HTML. */
  description: string
  vendor: string | null
  productType: string | null
  state: 'active' | 'archived'
  options: { name: string; values: string[] }[]
  seoTitle: string | null
  seoDescription: string | null
  tags: string[]
  collections: { handle: string; title: string }[]
  pictures: PictureView[]
  variants: VariantView[]
}

/** The product at this address, unless it is a draft. Four queries. */
export async function findProduct(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  handle: string
): Promise<ProductPage | undefined> {
  const product = await findRow(ctx, shopId, handle)
  if (!product) return undefined
  const [variants, pictures] = await Promise.all([
    listVariants(ctx, shopId, product.id),
    picturesOf(ctx, shopId, product.id)
  ])
  return { ...product, variants, pictures }
}

async function findRow({ db }: Pick<Context, 'db'>, shopId: number, handle: string) {
  const { rows } = await sql<Omit<ProductPage, 'variants' | 'pictures'>>`
    select p.id, p.handle, p.title, p.description, p.vendor, p.product_type as "productType", p.state, p.options,
      p.seo_title as "seoTitle", p.seo_description as "seoDescription",
      array(select tag from product_tags t where t.shop_id = p.shop_id and t.product_id = p.id order by tag) as tags,
      coalesce((select json_agg(json_build_object('handle', c.handle, 'title', c.title) order by c.position, c.title)
        from collection_products cp
        join collections c on c.shop_id = cp.shop_id and c.id = cp.collection_id
        where cp.shop_id = p.shop_id and cp.product_id = p.id), '[]') as collections
    from products p
    where p.shop_id = ${shopId} and p.handle = ${handle} and p.state <> 'draft'`.execute(db)
  return rows[0]
}

async function listVariants(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  productId: string
): Promise<VariantView[]> {
  const { rows } = await sql<VariantView>`
    select v.id, v.sku, v.barcode, v.option_values as "optionValues", v.price, v.picture_id as "pictureId",
      case when v.compare_at > v.price then v.compare_at end as "compareAt",
      case when v.compare_at > v.price then low.lowest end as "lowest30",
      ${toBeHad(shopId, sql`s.free > 0`)} as available,
      case when v.tracked and not v.continue_selling and ${openElsewhere(shopId)} is null then s.free end as left,
      (select st.name from store_goods sg join stores st on st.shop_id = ${shopId} and st.id = sg.store_id
        where sg.shop_id = ${shopId} and sg.variant_id = v.id) as store
    from variants v
    cross join lateral (select coalesce(sum(s.on_hand - s.reserved), 0)::int as free from stock s
      where s.shop_id = ${shopId} and s.variant_id = v.id) s
    left join ${lowestPrice(shopId, sql`v`)} on v.compare_at > v.price
    where v.shop_id = ${shopId} and v.product_id = ${productId} and v.archived_at is null
    order by v.position, v.id`.execute(db)
  return rows
}

/** A product's pictures in order, each with what it shows here. */
export async function picturesOf(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  productId: string
): Promise<PictureView[]> {
  const shown = await ctx.db
    .selectFrom('product_pictures')
    .select(['picture_id', 'alt'])
    .where('shop_id', '=', shopId)
    .where('product_id', '=', productId)
    .orderBy('position')
    .orderBy('picture_id')
    .execute()
  const pictures = await listPictures(ctx, shopId, shown.map((one) => one.picture_id)) // prettier-ignore
  return shown.flatMap(({ picture_id, alt }) => {
    const picture = pictures.get(picture_id)
    return picture ? [{ ...picture, alt: alt || picture.alt }] : []
  })
}
