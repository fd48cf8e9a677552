import { sql } from 'kysely'
import type { Context } from '#context'
import { listPictures, type PictureView } from '#domain/pictures/index.ts'
import { openElsewhere } from '#domain/stock/index.ts'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import { prefixQuery } from '#platform/database/prefix-query.ts'
import type { ProductState } from '../set-product-states.ts'

/** A product as staff see it in a list. Prices are minor units. */
export type ProductLine = {
  id: string
  handle: string
  title: string
  state: ProductState
  version: number
  updatedAt: Date
  priceFrom: number
  priceTo: number
  variants: number
  /** Pieces that can be promised, over all counted variants and places; null when nothing is counted. */
  stock: number | null
  collections: string[]
  picture: PictureView | null
}

export type DeskFilter = {
  state?: ProductState | null
  q?: string | null
  cursor?: string | null
  limit?: number
}
type Row = Omit<ProductLine, 'picture'> & { pictureId: string | null; changed: string }

const PAGE = 50

/** A shop's products, the last changed first; without a state, all but the archived. Two queries. */
export async function listStudioProducts(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  filter: DeskFilter = {}
): Promise<{ products: ProductLine[]; next: string | null }> {
  const limit = Math.min(filter.limit ?? PAGE, 200)
  const rows = await selectLines(ctx, shopId, filter, limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const page = rows.slice(0, limit)
  const pictures = await listPictures(ctx, shopId, page.flatMap(({ pictureId }) => pictureId ?? [])) // prettier-ignore
  return {
    products: page.map(({ pictureId, changed: _changed, ...line }) => ({
      ...line,
      picture: (pictureId && pictures.get(pictureId)) || null
    })),
    next: last ? encodeCursor([last.changed, last.id]) : null
  }
}

async function selectLines({ db }: Pick<Context, 'db'>, shopId: number, filter: DeskFilter, limit: number) {
  const [after, afterId] = decodeCursor(filter.cursor, ['stamp', 'id']) ?? []
  const { rows } = await sql<Row>`
    with page as (
      select p.id, p.handle, p.title, p.state, p.version, p.updated_at as "updatedAt", 
        to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00' as changed
      from products p
      where p.shop_id = ${shopId} and ${filter.state ? sql`p.state = ${filter.state}` : sql`p.state <> 'archived'`}
        and ${matches(shopId, filter.q?.trim())}
        and ${afterId ? sql`(p.updated_at, p.id) < (${after}::timestamptz, ${afterId}::uuid)` : sql`true`}
      order by p.updated_at desc, p.id desc limit ${limit})
    select page.*, v.*, pic.picture_id as "pictureId",
      array(select c.title from collection_products cp
        join collections c on c.shop_id = cp.shop_id and c.id = cp.collection_id
        where cp.shop_id = ${shopId} and cp.product_id = page.id order by c.position, c.title) as collections
    from page
    cross join lateral (
      select coalesce(min(v.price), 0) as "priceFrom", coalesce(max(v.price), 0) as "priceTo",
        count(*)::int as variants,
        case when bool_or(v.tracked and here) then coalesce(sum(s.free) filter (where v.tracked and here), 0)::int end as stock
      from variants v
      cross join lateral (select ${openElsewhere(shopId)} is null as here) h
      left join lateral (select sum(s.on_hand - s.reserved) as free from stock s
        where s.shop_id = ${shopId} and s.variant_id = v.id) s on true
      where v.shop_id = ${shopId} and v.product_id = page.id and v.archived_at is null) v
    left join lateral (
      select picture_id from product_pictures
      where shop_id = ${shopId} and product_id = page.id order by position, picture_id limit 1) pic on true
    order by page."updatedAt" desc, page.id desc`.execute(db)
  return rows
}

/** By words of the product, or by the beginning of a SKU or a barcode. */
function matches(shopId: number, q: string | undefined) {
  if (!q) return sql`true`
  const query = prefixQuery(q)
  const code = q.slice(0, 100).replace(/[\\%_]/g, '\\$&') + '%'
  return sql`(
    ${query ? sql`p.words @@ ${query}::tsquery` : sql`false`}
    or exists (select 1 from variants v where v.shop_id = ${shopId} and v.product_id = p.id
      and (v.sku ilike ${code} or v.barcode like ${code})))`
}

/** How many products there are in each state. */
export async function countProducts(
  { db }: Pick<Context, 'db'>,
  shopId: number
): Promise<Record<ProductState, number>> {
  const { rows } = await sql<{ state: ProductState; n: number }>`
    select state, count(*)::int as n from products where shop_id = ${shopId} group by state`.execute(db)
  return { draft: 0, active: 0, archived: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) }
}
