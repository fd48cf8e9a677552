import { sql } from 'kysely'
import type { Context } from '#context'
import { pictureColumns, pictureView, type PictureView } from '#domain/pictures/index.ts'
import { toBeHad } from '#domain/stock/index.ts'
import { segmentsOf } from '#platform/words.ts'
import type { Counts, PostView, TagView } from './post-view.ts'

type Db = Pick<Context, 'db'>

/** The columns of a post's row, with its counts; the caller adds which posts and in what order. */
export const selectPosts = ({ db }: Db, shopId: number) =>
  db
    .selectFrom('posts')
    .leftJoin('post_counts as c', (join) =>
      join.onRef('c.shop_id', '=', 'posts.shop_id').onRef('c.post_id', '=', 'posts.id')
    )
    .select(['posts.id', 'slug', 'title', 'words', 'disclosure', 'pinned', 'published_at'])
    .select(['c.likes', 'c.reposts', 'c.saves', 'c.comments', 'c.shares'])
    .where('posts.shop_id', '=', shopId)

export type PostRow = Awaited<ReturnType<ReturnType<typeof selectPosts>['execute']>>[number]

/** Completes rows with pictures, tags and what `memberId` has done: three queries at most, however many posts. */
export async function gatherPosts(
  ctx: Db,
  shopId: number,
  rows: readonly PostRow[],
  memberId: string | null
): Promise<PostView[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [pictures, tags, mine] = await Promise.all([
    picturesOf(ctx, shopId, ids),
    tagsOf(ctx, shopId, ids),
    memberId ? reactionsOf(ctx, shopId, ids, memberId) : new Set<string>()
  ])
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    title: row.title,
    words: segmentsOf(row.words),
    disclosure: row.disclosure,
    pinned: row.pinned,
    publishedAt: row.published_at ?? new Date(0),
    pictures: pictures.get(row.id) ?? [],
    tags: tags.get(row.id) ?? [],
    counts: countsOf(row),
    mine: {
      like: mine.has(`like ${row.id}`),
      repost: mine.has(`repost ${row.id}`),
      save: mine.has(`save ${row.id}`)
    }
  }))
}

const countsOf = (row: { [K in keyof Counts]: number | null }): Counts => ({
  likes: row.likes ?? 0,
  reposts: row.reposts ?? 0,
  saves: row.saves ?? 0,
  comments: row.comments ?? 0,
  shares: row.shares ?? 0
})

/** The pictures of each post, in order. */
export async function picturesOf(
  { db }: Db,
  shopId: number,
  postIds: readonly string[]
): Promise<Map<string, PictureView[]>> {
  const rows = await db
    .selectFrom('post_pictures as pp')
    .innerJoin('pictures', (join) =>
      join.onRef('pictures.shop_id', '=', 'pp.shop_id').onRef('pictures.id', '=', 'pp.picture_id')
    )
    .select(pictureColumns)
    .select(['pp.post_id', 'pp.alt as shown_alt'])
    .where('pp.shop_id', '=', shopId)
    .where('pp.post_id', 'in', postIds)
    .orderBy('pp.position')
    .execute()
  const grouped = new Map<string, PictureView[]>()
  for (const row of rows) push(grouped, row.post_id, pictureView(shopId, row, row.shown_alt))
  return grouped
}

/** The products shown on each post's pictures: for people only what is on sale, for the composer all. */
export async function tagsOf(
  { db }: Db,
  shopId: number,
  postIds: readonly string[],
  show: 'on sale' | 'all' = 'on sale'
): Promise<Map<string, TagView[]>> {
  const { rows } = await sql<TagView & { postId: string }>`
    select t.post_id as "postId", t.n, t.picture_position as picture, t.x, t.y, p.id as "productId", p.handle, p.title,
      coalesce(min(v.price), 0) as price, (array_agg(v.compare_at order by v.price, v.position))[1] as "compareAt",
      bool_or(${toBeHad(shopId, sql`s.on_hand > s.reserved`)}) is true as "inStock",
      count(distinct v.id)::int as variants
    from post_tags t
    join products p on p.shop_id = t.shop_id and p.id = t.product_id
    left join variants v on v.shop_id = p.shop_id and v.product_id = p.id and v.archived_at is null
    left join stock s on s.shop_id = v.shop_id and s.variant_id = v.id
    where t.shop_id = ${shopId} and t.post_id = any(${postIds}::uuid[])
      and (${show === 'all'} or (p.state = 'active' and v.id is not null))
    group by t.shop_id, t.post_id, t.n, t.picture_position, t.x, t.y, p.shop_id, p.id
    order by t.n`.execute(db)
  const grouped = new Map<string, TagView[]>()
  for (const { postId, ...tag } of rows) push(grouped, postId, tag)
  return grouped
}

async function reactionsOf({ db }: Db, shopId: number, postIds: readonly string[], memberId: string) {
  const rows = await db
    .selectFrom('reactions')
    .select(['post_id', 'kind'])
    .where('shop_id', '=', shopId)
    .where('member_id', '=', memberId)
    .where('post_id', 'in', postIds)
    .execute()
  return new Set(rows.map((row) => `${row.kind} ${row.post_id}`))
}

function push<T>(grouped: Map<string, T[]>, key: string, value: T): void {
  const group = grouped.get(key)
  if (group) group.push(value)
  else grouped.set(key, [value])
}
