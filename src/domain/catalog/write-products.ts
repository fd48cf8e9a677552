import { sql } from 'kysely'
import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import type { Plan } from './plan.ts'
import type { ProductFields } from './schema.ts'

/** Inserts the products that are new and rewrites the rows that read differently. */
export async function writeProducts(
  ctx: Context,
  tx: Tx,
  shopId: number,
  plans: readonly Plan[]
): Promise<void> {
  const fresh = plans.filter(({ existing }) => !existing)
  const other = plans.filter((plan) => plan.existing && rowDiffers(plan))
  const now = ctx.clock.now()
  if (fresh.length) {
    const rows = fresh.map(({ id, fields }) => ({
      ...{ shop_id: shopId, id, ...columns(fields), options: JSON.stringify(fields.options) },
      ...{ created_at: now, updated_at: now }
    }))
    await tx.insertInto('products').values(rows).execute()
  }
  if (other.length) await updateProducts(tx, shopId, other)
}

const columns = (fields: ProductFields) => ({
  handle: fields.handle,
  title: fields.title,
  description: fields.description,
  vendor: fields.vendor,
  product_type: fields.productType,
  state: fields.state,
  tax_class: fields.taxClass,
  seo_title: fields.seoTitle,
  seo_description: fields.seoDescription
})

/** Whether the product's own row will read differently. */
export function rowDiffers({ existing, fields }: Plan): boolean {
  const row = existing?.row
  if (!row) return true
  const next = columns(fields)
  const same = (Object.keys(next) as (keyof typeof next)[]).every((key) => row[key] === next[key])
  return !same || JSON.stringify(row.options) !== JSON.stringify(fields.options)
}

async function updateProducts(tx: Tx, shopId: number, plans: readonly Plan[]): Promise<void> {
  const of = <T>(pick: (fields: ProductFields) => T) => plans.map(({ fields }) => pick(fields))
  await sql`
    update products p set handle = n.handle, title = n.title, description = n.description, vendor = n.vendor,
      product_type = n.product_type, state = n.state, tax_class = n.tax_class, options = n.options,
      seo_title = n.seo_title, seo_description = n.seo_description
    from unnest(${plans.map(({ id }) => id)}::uuid[], ${of((f) => f.handle)}::text[], ${of((f) => f.title)}::text[],
      ${of((f) => f.description)}::text[], ${of((f) => f.vendor)}::text[], ${of((f) => f.productType)}::text[],
      ${of((f) => f.state)}::text[], ${of((f) => f.taxClass)}::text[],
      ${of((f) => JSON.stringify(f.options))}::jsonb[], ${of((f) => f.seoTitle)}::text[],
      ${of((f) => f.seoDescription)}::text[])
      as n (id, handle, title, description, vendor, product_type, state, tax_class, options, seo_title,
        seo_description)
    where p.shop_id = ${shopId} and p.id = n.id`.execute(tx)
}

/** Whoever edits an older version of these products will be told. */
export async function touchProducts(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  shopId: number,
  ids: readonly string[]
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('products')
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: clock.now() }))
    .where('shop_id', '=', shopId)
    .where('id', 'in', ids)
    .execute()
}
