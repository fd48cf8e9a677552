import { sql } from 'kysely'
import type { Context } from '#context'
import { decodeCursor, encodeCursor } from '#platform/cursor.ts'
import { gatherPosts, selectPosts, type PostRow } from './gather-posts.ts'
import type { PostView } from './post-view.ts'

export const FEED_PAGE = 24

export type FeedOptions = {
  cursor?: string | null
  /** Only posts with this hashtag. */
  tag?: string | null
  /** Only posts of this campaign. */
  campaignId?: string | null
  /** Whose reactions to mark. */
  memberId?: string | null
  limit?: number
}

/** What is out, pinned first, then newest first. Four queries, whatever the page holds. */
export async function listFeed(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  { cursor, tag, campaignId, memberId = null, limit = FEED_PAGE }: FeedOptions = {}
): Promise<{ posts: PostView[]; next: string | null }> {
  const after = decodeCursor(cursor, ['boolean', 'time', 'id'])
  let query = selectPosts(ctx, shopId).where('state', '=', 'published')
  if (tag) query = query.where(sql<boolean>`${tag.toLowerCase()} = any(hashtags)`)
  if (campaignId) query = query.where('campaign_id', '=', campaignId)
  if (after) {
    const [pinned, at, id] = after
    query = query.where(
      sql<boolean>`(pinned, published_at, posts.id) < (${pinned}, ${new Date(Number(at))}, ${id}::uuid)`
    )
  }
  const rows = await query
    .orderBy('pinned', 'desc')
    .orderBy('published_at', 'desc')
    .orderBy('posts.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const posts = await gatherPosts(ctx, shopId, page, memberId)
  return { posts, next: rows.length > limit ? cursorOf(page.at(-1)) : null }
}

const cursorOf = (row: PostRow | undefined) =>
  row?.published_at ? encodeCursor([row.pinned, row.published_at.getTime(), row.id]) : null

/** One post that is out, by its address. */
export async function findPost(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  slug: string,
  memberId: string | null = null
): Promise<PostView | undefined> {
  const rows = await selectPosts(ctx, shopId)
    .where('slug', '=', slug)
    .where('state', '=', 'published')
    .execute()
  return (await gatherPosts(ctx, shopId, rows, memberId))[0]
}

const LATEST = 30

/** What went out last, newest first whether pinned or not: for programs that follow a shop, or one campaign of it. */
export async function listLatest(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  campaignId: string | null = null,
  limit = LATEST
): Promise<PostView[]> {
  let query = selectPosts(ctx, shopId).where('state', '=', 'published')
  if (campaignId) query = query.where('campaign_id', '=', campaignId)
  const rows = await query.orderBy('published_at', 'desc').orderBy('posts.id', 'desc').limit(limit).execute()
  return gatherPosts(ctx, shopId, rows, null)
}
