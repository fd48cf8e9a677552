import { sql } from 'kysely'
import type { Context } from '#context'
import type { PictureView } from '#domain/pictures/index.ts'
import { listStock } from '#domain/stock/index.ts'
import { picturesOf } from '../shelf/find-product.ts'
import type { ProductState } from '../set-product-states.ts'

/** `stock` is what is on hand, by location; `promised` is how much of it carts and orders hold. */
export type EditableVariant = {
  id: string
  sku: string
  barcode: string | null
  optionValues: string[]
  price: number
  compareAt: number | null
  cost: number | null
  grams: number
  requiresShipping: boolean
  tracked: boolean
  continueSelling: boolean
  pictureId: string | null
  stock: Record<string, number>
  promised: number
}

/** Everything of a product that staff may change. Prices are minor units. */
export type EditableProduct = {
  id: string
  version: number
  handle: string
  title: string
  description: string
  vendor: string | null
  productType: string | null
  state: ProductState
  taxClass: 'standard' | 'reduced' | 'zero'
  options: { name: string; values: string[] }[]
  seoTitle: string | null
  seoDescription: string | null
  updatedAt: Date
  tags: string[]
  collectionIds: string[]
  pictures: PictureView[]
  variants: EditableVariant[]
}

/** A product of any state, to be edited. Five queries. */
export async function findEditableProduct(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  id: string
): Promise<EditableProduct | undefined> {
  const product = await findRow(ctx, shopId, id)
  if (!product) return undefined
  const [variants, pictures] = await Promise.all([listVariants(ctx, shopId, id), picturesOf(ctx, shopId, id)])
  return { ...product, variants, pictures }
}

async function findRow({ db }: Pick<Context, 'db'>, shopId: number, id: string) {
  const { rows } = await sql<Omit<EditableProduct, 'variants' | 'pictures'>>`
    select p.id, p.version, p.handle, p.title, p.description, p.vendor, p.product_type as "productType", p.state,
      p.tax_class as "taxClass", p.options, p.seo_title as "seoTitle", p.seo_description as "seoDescription",
      p.updated_at as "updatedAt",
      array(select tag from product_tags t where t.shop_id = p.shop_id and t.product_id = p.id order by tag) as tags,
      array(select collection_id from collection_products cp
        where cp.shop_id = p.shop_id and cp.product_id = p.id) as "collectionIds"
    from products p where p.shop_id = ${shopId} and p.id = ${id}`.execute(db)
  return rows[0]
}

async function listVariants(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  productId: string
): Promise<EditableVariant[]> {
  const rows = await ctx.db
    .selectFrom('variants')
    .select(['id', 'sku', 'barcode', 'option_values as optionValues', 'price', 'compare_at as compareAt'])
    .select(['cost', 'grams', 'requires_shipping as requiresShipping', 'tracked', 'picture_id as pictureId'])
    .select('continue_selling as continueSelling')
    .where('shop_id', '=', shopId)
    .where('product_id', '=', productId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const levels = await listStock(ctx, shopId, rows.map((row) => row.id)) // prettier-ignore
  const byVariant = Map.groupBy(levels, (level) => level.variantId)
  return rows.map((row) => {
    const mine = byVariant.get(row.id) ?? []
    return {
      ...row,
      stock: Object.fromEntries(mine.map((level) => [level.locationId, level.onHand])),
      promised: mine.reduce((sum, level) => sum + level.reserved, 0)
    }
  })
}
