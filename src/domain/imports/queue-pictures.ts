import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#context'
import type { ProductDraft } from '#domain/catalog/index.ts'
import { later } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Run } from './import.ts'

/** Has the pictures that a draft names fetched, each address once per product. Answers how many are new. */
export async function queuePictures(
  ctx: Context,
  tx: Tx,
  { shopId, id: importId }: Run,
  productId: string,
  draft: ProductDraft
): Promise<number> {
  const { images } = draft
  if (images.length === 0) return 0
  const skus = images.map(({ url }) => JSON.stringify(skusShowing(draft, url)))
  const { rows } = await sql<{ id: string }>`
    insert into remote_pictures (shop_id, id, product_id, import_id, url, url_key, position, alt, skus)
    select ${shopId}, id, ${productId}, ${importId}, url, url_key, position, alt,
      array(select jsonb_array_elements_text(skus))
    from unnest(${images.map(() => ctx.ids.next())}::uuid[], ${images.map(({ url }) => url)}::text[],
      ${images.map(({ url }) => createHash('sha256').update(url).digest('hex'))}::text[],
      ${images.map(({ position }) => position)}::int[], ${images.map(({ alt }) => alt ?? '')}::text[],
      ${skus}::jsonb[]) as i (id, url, url_key, position, alt, skus)
    on conflict (shop_id, product_id, url_key) do nothing
    returning id`.execute(tx)
  for (const { id } of rows) await later(ctx, tx, shopId, 'product.picture', { remoteId: id })
  return rows.length
}

const skusShowing = ({ variants }: ProductDraft, url: string): string[] =>
  variants.flatMap((variant) => (variant.imageUrl === url && variant.sku ? [variant.sku] : []))
