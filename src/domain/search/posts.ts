import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import { listPictures, type PictureView } from '#domain/pictures/index.ts'
import { prefixQuery } from '#platform/database/prefix-query.ts'

/** A post in a list of what was found: enough to know it again. */
export type FoundPost = {
  slug: string
  title: string
  /** The beginning of what it says. */
  text: string
  publishedAt: Date
  picture: PictureView | null
}

type Db = Pick<Context, 'db'>

/** Published posts with these words, the best fit first. Two queries. */
export async function searchPosts(ctx: Db, shopId: number, q: string, limit: number): Promise<FoundPost[]> {
  const query = prefixQuery(q)
  if (!query) return []
  return select(ctx, shopId, {
    where: sql`p.search_words @@ ${query}::tsquery`,
    order: sql`ts_rank(p.search_words, ${query}::tsquery) desc`,
    limit
  })
}

/** The latest posts that show a product. Two queries. */
export async function listPostsShowing(
  ctx: Db,
  shopId: number,
  productId: string,
  limit: number
): Promise<FoundPost[]> {
  const where = sql`exists (select 1 from post_tags t
    where t.shop_id = p.shop_id and t.post_id = p.id and t.product_id = ${productId})`
  return select(ctx, shopId, { where, order: sql`p.pinned desc`, limit })
}

/** Published posts that a member saved or reposted, newest first. Two queries. */
export async function listPostsKeptBy(
  ctx: Db,
  shopId: number,
  { memberId, kind }: { memberId: string; kind: 'save' | 'repost' },
  limit: number
): Promise<FoundPost[]> {
  const where = sql`exists (select 1 from reactions r where r.shop_id = p.shop_id and r.post_id = p.id
    and r.member_id = ${memberId} and r.kind = ${kind})`
  return select(ctx, shopId, { where, order: sql`p.published_at desc`, limit })
}

type Which = { where: RawBuilder<unknown>; order: RawBuilder<unknown>; limit: number }
type Row = Omit<FoundPost, 'picture'> & { pictureId: string | null; alt: string | null }

async function select(ctx: Db, shopId: number, { where, order, limit }: Which): Promise<FoundPost[]> {
  const { rows } = await sql<Row>`
    select p.slug, p.title, left(p.words, 200) as text, p.published_at as "publishedAt",
      pic.picture_id as "pictureId", pic.alt
    from posts p
    left join post_pictures pic on pic.shop_id = p.shop_id and pic.post_id = p.id and pic.position = 0
    where p.shop_id = ${shopId} and p.state = 'published' and ${where}
    order by ${order}, p.published_at desc, p.id desc limit ${limit}`.execute(ctx.db)
  const pictures = await listPictures(ctx, shopId, rows.flatMap(({ pictureId }) => pictureId ?? [])) // prettier-ignore
  return rows.map(({ pictureId, alt, ...post }) => {
    const picture = pictureId ? pictures.get(pictureId) : undefined
    return { ...post, picture: picture ? { ...picture, alt: alt || picture.alt } : null }
  })
}
