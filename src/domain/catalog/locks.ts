import type { Tx } from '#platform/database/index.ts'

const COLUMNS = [
  'id', 'handle', 'title', 'description', 'vendor', 'product_type', 'state', 'tax_class', 'options', 'seo_title',
  'seo_description', 'version'
] as const // prettier-ignore

/** Locks the product with this id. */
export const lockProduct = (tx: Tx, shopId: number, id: string) =>
  tx
    .selectFrom('products')
    .select(COLUMNS)
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Locks the product at this address. */
export const lockProductByHandle = (tx: Tx, shopId: number, handle: string) =>
  tx
    .selectFrom('products')
    .select(COLUMNS)
    .where('shop_id', '=', shopId)
    .where('handle', '=', handle)
    .forUpdate()
    .executeTakeFirst()

export type ProductRow = NonNullable<Awaited<ReturnType<typeof lockProduct>>>
