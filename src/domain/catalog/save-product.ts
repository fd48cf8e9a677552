import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { cleanHtml } from './clean-html.ts'
import { lockProduct, type ProductRow } from './locks.ts'
import { productInput, type ProductFields, type ProductInput } from './schema.ts'
import { saveTags, saveCollections, savePictures } from './save-parts.ts'
import { saveVariants, type VariantRefusal } from './save-variants.ts'

export type SaveProductRefusal = 'invalid' | 'product_not_found' | 'stale' | 'handle_taken' | VariantRefusal
export type Saved = { id: string; change: 'created' | 'updated' | 'unchanged' }

/** Saves the whole of a product, or nothing. Someone who edited an older version is told so and loses nothing. */
export async function saveProduct(
  ctx: Context,
  actor: Actor,
  input: ProductInput
): Promise<Outcome<Saved, SaveProductRefusal>> {
  const parsed = productInput.safeParse(input)
  if (!parsed.success) return refused('invalid', { field: issueField(parsed.error.issues[0]) })
  const fields = { ...parsed.data, description: cleanHtml(parsed.data.description) }
  return write(ctx, actor.shopId, async (tx) => {
    const existing = fields.id ? await lockProduct(tx, actor.shopId, fields.id) : undefined
    if (fields.id && !existing) return refused('product_not_found')
    if (existing && fields.version !== existing.version) return refused('stale')
    return saveFields(ctx, tx, actor, fields, existing)
  })
}

const issueField = (issue: { path: PropertyKey[]; message: string } | undefined): string =>
  issue ? (/^[a-z_]+$/.test(issue.message) ? issue.message : issue.path.map(String).join('.')) : ''

/** Writes parsed fields over the locked row, or as a new product. */
export async function saveFields(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  fields: ProductFields,
  existing: ProductRow | undefined
): Promise<Outcome<Saved, SaveProductRefusal>> {
  const { shopId } = actor
  const id = existing?.id ?? ctx.ids.next()
  if (!(await handleIsFree(tx, shopId, fields.handle, id)))
    return refused('handle_taken', { handle: fields.handle })
  const rowChanged = !existing || differs(existing, fields)
  if (!existing) await insertProduct(ctx, tx, shopId, id, fields)
  else if (rowChanged) await updateProduct(tx, shopId, id, fields)
  const parts = [
    await saveTags(tx, shopId, id, fields.tags),
    fields.collectionIds ? await saveCollections(tx, shopId, id, fields.collectionIds) : false,
    fields.pictures ? await savePictures(tx, shopId, id, fields.pictures) : false
  ]
  const variants = await saveVariants(ctx, tx, actor, id, fields.variants)
  if (!variants.ok) return variants
  if (!existing) return done({ id, change: 'created' })
  if (!rowChanged && !parts.includes(true) && !variants.value) return done({ id, change: 'unchanged' })
  await touchProduct(ctx, tx, shopId, id)
  return done({ id, change: 'updated' })
}

async function handleIsFree(tx: Tx, shopId: number, handle: string, id: string): Promise<boolean> {
  const other = await tx
    .selectFrom('products')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('handle', '=', handle)
    .where('id', '!=', id)
    .executeTakeFirst()
  return !other
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

async function insertProduct(ctx: Context, tx: Tx, shopId: number, id: string, fields: ProductFields) {
  const now = ctx.clock.now()
  const options = JSON.stringify(fields.options)
  await tx
    .insertInto('products')
    .values({ shop_id: shopId, id, ...columns(fields), options, created_at: now, updated_at: now })
    .execute()
}

async function updateProduct(tx: Tx, shopId: number, id: string, fields: ProductFields) {
  await tx
    .updateTable('products')
    .set({ ...columns(fields), options: JSON.stringify(fields.options) })
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute()
}

async function touchProduct(ctx: Context, tx: Tx, shopId: number, id: string) {
  await tx
    .updateTable('products')
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: ctx.clock.now() }))
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute()
}
