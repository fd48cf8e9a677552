import type { Context } from '#context'
import type { PictureView } from '#domain/pictures/index.ts'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import { picturesOf, tagsOf } from './gather-posts.ts'
import type { PostState } from './post.ts'
import type { TagView } from './post-view.ts'

type Db = Pick<Context, 'db'>

/** A line in the studio's list of posts. */
export type PostLine = {
  id: string
  slug: string
  title: string
  words: string
  state: PostState
  campaign: string | null
  picture: PictureView | null
  publishAt: Date | null
  publishedAt: Date | null
  updatedAt: Date
  likes: number
  comments: number
}

export type PostListOptions = { state?: PostState | null; cursor?: string | null; limit?: number }

/** The studio's posts, last touched first. Without a state, all but the removed; drafts nobody wrote in are left out. */
export async function listPosts(
  ctx: Db,
  shopId: number,
  { state, cursor, limit = 30 }: PostListOptions = {}
): Promise<{ posts: PostLine[]; next: string | null }> {
  const after = decodeCursor(cursor, ['time', 'id'])
  let query = selectLines(ctx, shopId).where('state', state ? '=' : '<>', state ?? 'removed')
  if (after) {
    const [at, id] = [new Date(Number(after[0])), String(after[1])]
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('updated_at', 'posts.id'), '<', tuple(at, id))
    )
  }
  const rows = await query
    .orderBy('updated_at', 'desc')
    .orderBy('posts.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const pictures = page.length
    ? await picturesOf(
        ctx,
        shopId,
        page.map((row) => row.id)
      )
    : new Map()
  const posts = page.map((row) => ({
    ...row,
    state: row.state as PostState,
    likes: row.likes ?? 0,
    comments: row.comments ?? 0,
    picture: pictures.get(row.id)?.[0] ?? null
  }))
  const last = page.at(-1)
  return {
    posts,
    next: last && rows.length > limit ? encodeCursor([last.updatedAt.getTime(), last.id]) : null
  }
}

const selectLines = ({ db }: Db, shopId: number) =>
  db
    .selectFrom('posts')
    .leftJoin('post_counts as c', (join) =>
      join.onRef('c.shop_id', '=', 'posts.shop_id').onRef('c.post_id', '=', 'posts.id')
    )
    .leftJoin('campaigns', (join) =>
      join.onRef('campaigns.shop_id', '=', 'posts.shop_id').onRef('campaigns.id', '=', 'posts.campaign_id')
    )
    .select(['posts.id', 'posts.slug', 'title', 'words', 'state', 'campaigns.name as campaign'])
    .select(['publish_at as publishAt', 'published_at as publishedAt', 'updated_at as updatedAt'])
    .select(['c.likes', 'c.comments'])
    .where('posts.shop_id', '=', shopId)
    .where((eb) => eb.or([eb('state', '<>', 'draft'), eb('version', '>', 1)]))

/** How many posts are in each state. */
export async function countPosts({ db }: Db, shopId: number): Promise<Record<PostState, number>> {
  const rows = await db
    .selectFrom('posts')
    .select(({ fn }) => ['state', fn.countAll<number>().as('n')])
    .where('shop_id', '=', shopId)
    .where((eb) => eb.or([eb('state', '<>', 'draft'), eb('version', '>', 1)]))
    .groupBy('state')
    .execute()
  const counts: Record<PostState, number> = { draft: 0, scheduled: 0, published: 0, removed: 0 }
  for (const row of rows) counts[row.state as PostState] = row.n
  return counts
}

/** Everything a composer needs to go on where someone left off. */
export type Draft = {
  id: string
  slug: string
  state: PostState
  version: number
  title: string
  words: string
  disclosure: string | null
  campaignId: string | null
  pinned: boolean
  publishAt: Date | null
  publishedAt: Date | null
  updatedAt: Date
  pictures: PictureView[]
  tags: TagView[]
}

/** A post as its composer sees it, whatever its state. */
export async function findDraft(ctx: Db, shopId: number, id: string): Promise<Draft | undefined> {
  const row = await ctx.db
    .selectFrom('posts')
    .select(['id', 'slug', 'state', 'version', 'title', 'words', 'disclosure', 'pinned'])
    .select(['campaign_id as campaignId', 'publish_at as publishAt', 'published_at as publishedAt'])
    .select('updated_at as updatedAt')
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const [pictures, tags] = await Promise.all([
    picturesOf(ctx, shopId, [id]),
    tagsOf(ctx, shopId, [id], 'all')
  ])
  const state = row.state as PostState
  return { ...row, state, pictures: pictures.get(id) ?? [], tags: tags.get(id) ?? [] }
}
