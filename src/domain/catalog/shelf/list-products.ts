import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import { listPictures, type PictureView } from '#domain/pictures/index.ts'
import { toBeHad } from '#domain/stock/index.ts'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import { prefixQuery } from '#platform/database/prefix-query.ts'
import { lowestPrice } from './lowest-price.ts'

/** A product on the shelf. Prices are minor units, VAT included; those of a discount are the cheapest variant's. */
export type ProductCard = {
  id: string
  handle: string
  title: string
  priceFrom: number
  priceTo: number
  compareAt: number | null
  /** The lowest price of the 30 days before the discount; null without one. */
  lowest30: number | null
  available: boolean
  variants: number
  picture: PictureView | null
}

export type Shelf = {
  /** A collection's handle. */
  collection?: string | null
  tag?: string | null
  q?: string | null
  /** A product that is being looked at already. */
  except?: string
  cursor?: string | null
  limit?: number
}

type Row = Omit<ProductCard, 'picture'> & { key: number; pictureId: string | null; pictureAlt: string | null }

const PAGE = 24
const MOST = 100

/**
 * The products on sale: newest first, a collection in its own order, a search by how well it fits. Two queries,
 * however many products.
 */
export async function listProducts(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  shelf: Shelf = {}
): Promise<{ products: ProductCard[]; next: string | null }> {
  const query = shelf.q ? prefixQuery(shelf.q) : undefined
  if (shelf.q?.trim() && !query) return { products: [], next: null }
  const limit = Math.min(shelf.limit ?? PAGE, MOST)
  const rows = await selectCards(ctx, shopId, onePage(shopId, shelf, query, limit + 1))
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    products: await withPictures(ctx, shopId, rows.slice(0, limit)),
    next: last ? encodeCursor([last.key, last.id]) : null
  }
}

/** Cards of these products, in this order; those not on sale are left out. */
export async function listProductsByIds(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  ids: readonly string[]
): Promise<ProductCard[]> {
  if (ids.length === 0) return []
  const rows = await selectCards(
    ctx,
    shopId,
    sql`
      select p.id, p.handle, p.title, 0::float8 - w.n as key
      from unnest(${ids}::uuid[]) with ordinality as w (id, n)
      join products p on p.shop_id = ${shopId} and p.id = w.id and p.state = 'active'`
  )
  return withPictures(ctx, shopId, rows)
}

/** The products of one page, each with the key it is ordered by. */
function onePage(shopId: number, shelf: Shelf, query: string | undefined, limit: number) {
  const [after, afterId] = decodeCursor(shelf.cursor, ['number', 'id']) ?? []
  const key = query
    ? sql`ts_rank(p.words, ${query}::tsquery)::float8`
    : shelf.collection
      ? sql`(0 - cp.position)::float8`
      : sql`0::float8`
  const inCollection = sql`
    join collections c on c.shop_id = p.shop_id and c.handle = ${shelf.collection}
    join collection_products cp on cp.shop_id = p.shop_id and cp.collection_id = c.id and cp.product_id = p.id`
  const tagged = sql`
    join product_tags t on t.shop_id = p.shop_id and t.product_id = p.id and t.tag = ${shelf.tag}`
  return sql`
    select p.id, p.handle, p.title, ${key} as key
    from products p ${shelf.collection ? inCollection : sql``} ${shelf.tag ? tagged : sql``}
    where p.shop_id = ${shopId} and p.state = 'active'
      and ${query ? sql`p.words @@ ${query}::tsquery` : sql`true`}
      and ${shelf.except ? sql`p.id <> ${shelf.except}` : sql`true`}
      and ${afterId === undefined ? sql`true` : sql`(${key}, p.id) < (${after}::float8, ${afterId}::uuid)`}
    order by key desc, p.id desc limit ${limit}`
}

async function selectCards(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  page: RawBuilder<unknown>
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with page as (${page})
    select page.*, v.*, case when cheap.compare_at > cheap.price then cheap.compare_at end as "compareAt",
      case when cheap.compare_at > cheap.price then low.lowest end as "lowest30",
      pic.picture_id as "pictureId", pic.alt as "pictureAlt"
    from page
    cross join lateral (
      select min(v.price) as "priceFrom", max(v.price) as "priceTo", count(*)::int as variants,
        bool_or(${toBeHad(shopId, sql`s.free > 0`)}) is true as available
      from variants v
      left join lateral (select sum(s.on_hand - s.reserved) as free from stock s
        where s.shop_id = ${shopId} and s.variant_id = v.id) s on true
      where v.shop_id = ${shopId} and v.product_id = page.id and v.archived_at is null) v
    join lateral (
      select id, price, compare_at from variants
      where shop_id = ${shopId} and product_id = page.id and archived_at is null
      order by price, position limit 1) cheap on true
    left join ${lowestPrice(shopId, sql`cheap`)} on cheap.compare_at > cheap.price
    left join lateral (
      select picture_id, alt from product_pictures
      where shop_id = ${shopId} and product_id = page.id order by position, picture_id limit 1) pic on true
    order by key desc, page.id desc`.execute(db)
  return rows
}

async function withPictures(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  rows: readonly Row[]
): Promise<ProductCard[]> {
  const pictures = await listPictures(ctx, shopId, rows.flatMap(({ pictureId }) => pictureId ?? [])) // prettier-ignore
  return rows.map(({ key: _key, pictureId, pictureAlt, ...card }) => {
    const picture = pictureId ? pictures.get(pictureId) : undefined
    return { ...card, picture: picture ? { ...picture, alt: pictureAlt || picture.alt } : null }
  })
}
