import type { Tx } from '#platform/database/index.ts'
import type { VariantRow } from './match-variants.ts'

/** A product as it is, its rows locked until the transaction ends: products first, by handle, then their variants. */
export type Existing = { row: ProductRow; variants: VariantRow[] }

const COLUMNS = [
  'id', 'handle', 'title', 'description', 'vendor', 'product_type', 'state', 'tax_class', 'options', 'seo_title',
  'seo_description', 'version'
] as const // prettier-ignore

const lockRows = (tx: Tx, shopId: number) =>
  tx.selectFrom('products').select(COLUMNS).where('shop_id', '=', shopId).orderBy('handle').forUpdate()

export type ProductRow = Awaited<ReturnType<ReturnType<typeof lockRows>['execute']>>[number]

/** Locks the product with this id. */
export async function lockProduct(tx: Tx, shopId: number, id: string): Promise<Existing | undefined> {
  const rows = await lockRows(tx, shopId).where('id', '=', id).execute()
  return (await withVariants(tx, shopId, rows))[0]
}

/** Locks the products at these addresses. */
export async function lockProductsByHandle(
  tx: Tx,
  shopId: number,
  handles: readonly string[]
): Promise<Map<string, Existing>> {
  const rows = await lockRows(tx, shopId).where('handle', 'in', handles).execute()
  const existing = await withVariants(tx, shopId, rows)
  return new Map(existing.map((one) => [one.row.handle, one]))
}

async function withVariants(tx: Tx, shopId: number, rows: ProductRow[]): Promise<Existing[]> {
  if (rows.length === 0) return []
  const variants = await lockVariants(tx, shopId, rows.map((row) => row.id)) // prettier-ignore
  const byProduct = Map.groupBy(variants, (variant) => variant.productId)
  return rows.map((row) => ({ row, variants: byProduct.get(row.id) ?? [] }))
}

const lockVariants = (tx: Tx, shopId: number, productIds: string[]) =>
  tx
    .selectFrom('variants')
    .select(['id', 'sku', 'barcode', 'option_values as optionValues', 'position', 'price', 'cost', 'grams'])
    .select(['compare_at as compareAt', 'requires_shipping as requiresShipping', 'tracked'])
    .select(['continue_selling as continueSelling', 'picture_id as pictureId', 'archived_at as archivedAt'])
    .select('product_id as productId')
    .where('shop_id', '=', shopId)
    .where('product_id', 'in', productIds)
    .orderBy('product_id')
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute()
