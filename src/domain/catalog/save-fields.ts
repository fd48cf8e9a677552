import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import type { Entry } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import type { Existing, ProductRow } from './locks.ts'
import { saveCollections, savePictures, saveTags } from './save-parts.ts'
import { saveVariants, type VariantRefusal } from './save-variants.ts'
import type { ProductFields } from './schema.ts'

export type Saved = { id: string; change: 'created' | 'updated' | 'unchanged' }
type Written = Saved & { entries: Entry[] }

/**
 * Writes read fields over the locked product, or as a new one. The ledger's entries are answered, not written: whoever
 * saves several products in one transaction appends them all at its end.
 */
export async function saveFields(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  fields: ProductFields,
  existing: Existing | undefined
): Promise<Outcome<Written, 'handle_taken' | VariantRefusal>> {
  const { shopId } = actor
  const id = existing?.row.id ?? ctx.ids.next()
  const row = existing?.row
  const rowChanged = !row || differs(row, fields)
  if (row && row.handle !== fields.handle && (await handleIsTaken(tx, shopId, fields.handle))) {
    return refused('handle_taken', { handle: fields.handle })
  }
  if (!row && !(await insertProduct(ctx, tx, shopId, id, fields))) {
    return refused('handle_taken', { handle: fields.handle })
  }
  if (row && rowChanged) await updateProduct(tx, shopId, id, fields)
  const partsChanged = await saveParts(tx, shopId, id, fields)
  const variants = await saveVariants(ctx, tx, actor, id, existing?.variants ?? [], fields.variants)
  if (!variants.ok) return variants
  const { entries } = variants.value
  if (!row) return done({ id, change: 'created', entries })
  if (!rowChanged && !partsChanged && !variants.value.changed)
    return done({ id, change: 'unchanged', entries })
  await touchProduct(ctx, tx, shopId, id)
  return done({ id, change: 'updated', entries })
}

/** What the fields do not name stays as it is. */
async function saveParts(tx: Tx, shopId: number, id: string, fields: ProductFields): Promise<boolean> {
  const changes = [
    fields.tags ? await saveTags(tx, shopId, id, fields.tags) : false,
    fields.collectionIds ? await saveCollections(tx, shopId, id, fields.collectionIds) : false,
    fields.pictures ? await savePictures(tx, shopId, id, fields.pictures) : false
  ]
  return changes.includes(true)
}

async function handleIsTaken(tx: Tx, shopId: number, handle: string): Promise<boolean> {
  const other = await tx
    .selectFrom('products')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('handle', '=', handle)
    .executeTakeFirst()
  return other !== undefined
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

function differs(row: ProductRow, fields: ProductFields): boolean {
  const next = columns(fields)
  const same = (Object.keys(next) as (keyof typeof next)[]).every((key) => row[key] === next[key])
  return !same || JSON.stringify(row.options) !== JSON.stringify(fields.options)
}

/** False when the handle is somebody else's. */
async function insertProduct(ctx: Context, tx: Tx, shopId: number, id: string, fields: ProductFields) {
  const now = ctx.clock.now()
  const options = JSON.stringify(fields.options)
  const inserted = await tx
    .insertInto('products')
    .values({ shop_id: shopId, id, ...columns(fields), options, created_at: now, updated_at: now })
    .onConflict((c) => c.columns(['shop_id', 'handle']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

async function updateProduct(tx: Tx, shopId: number, id: string, fields: ProductFields) {
  await tx
    .updateTable('products')
    .set({ ...columns(fields), options: JSON.stringify(fields.options) })
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute()
}

/** Whoever edits an older version of this product will be told. */
export async function touchProduct(ctx: Pick<Context, 'clock'>, tx: Tx, shopId: number, id: string) {
  await tx
    .updateTable('products')
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: ctx.clock.now() }))
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute()
}
