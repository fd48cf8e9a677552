import { sql } from 'kysely'
import { slug, type ProductDraft, type ReadProduct } from '#domain/catalog/index.ts'
import type { Db, Tx } from '#platform/database/index.ts'

/**
 * Gives drafts whose file names no handle the handle of the product that has their SKUs, so that a changed title makes
 * no second product; one whose words happen to be another product's address gets one of its own. Of two drafts that
 * would become one product, the second keeps its words and is refused by its SKUs.
 */
export async function withHandles<P extends Pick<ReadProduct, 'draft'>>(
  tx: Db | Tx,
  shopId: number,
  products: readonly P[]
): Promise<P[]> {
  const named = products.filter(({ draft }) => draft.named === 'here')
  if (named.length === 0) return [...products]
  const known = await handlesBySku(tx, shopId, named.map(({ draft }) => draft)) // prettier-ignore
  const taken = await takenHandles(tx, shopId, named.map(({ draft }) => draft.handle)) // prettier-ignore
  const used = new Set(products.flatMap(({ draft }) => (draft.named ? [] : draft.handle)))
  return products.map((product) => {
    if (!product.draft.named) return product
    const handle = handleFor(product.draft, known, taken, used)
    used.add(handle)
    return { ...product, draft: { ...product.draft, handle } }
  })
}

function handleFor(
  draft: ProductDraft,
  known: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
  used: ReadonlySet<string>
): string {
  const skus = draft.variants.flatMap(({ sku }) => sku ?? [])
  const mine = skus.map((sku) => known.get(sku)).find((handle) => handle !== undefined)
  if (mine && !used.has(mine)) return mine
  const namesake = taken.has(draft.handle) || used.has(draft.handle)
  return namesake && skus[0] ? `${draft.handle}-${slug(skus[0]) || 'x'}`.slice(0, 255) : draft.handle
}

async function handlesBySku(
  tx: Db | Tx,
  shopId: number,
  drafts: readonly ProductDraft[]
): Promise<Map<string, string>> {
  const skus = drafts.flatMap(({ variants }) => variants.flatMap(({ sku }) => sku ?? []))
  if (skus.length === 0) return new Map()
  const { rows } = await sql<{ sku: string; handle: string }>`
    select v.sku, p.handle from variants v join products p on p.shop_id = v.shop_id and p.id = v.product_id
    where v.shop_id = ${shopId} and v.sku = any(${skus}::text[]) and v.archived_at is null`.execute(tx)
  return new Map(rows.map(({ sku, handle }) => [sku, handle]))
}

async function takenHandles(tx: Db | Tx, shopId: number, handles: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('products')
    .select('handle')
    .where('shop_id', '=', shopId)
    .where('handle', 'in', handles)
    .execute()
  return new Set(rows.map(({ handle }) => handle))
}
