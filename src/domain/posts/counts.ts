import type { Context } from '#context'
import type { Counts } from './post-view.ts'

/** The counts of these posts as they are now, in one query; a post nobody touched is left out. */
export async function readCounts(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  postIds: readonly string[]
): Promise<Map<string, Counts>> {
  if (postIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('post_counts')
    .select(['post_id', 'likes', 'reposts', 'saves', 'comments', 'shares'])
    .where('shop_id', '=', shopId)
    .where('post_id', 'in', postIds)
    .execute()
  return new Map(rows.map(({ post_id, ...counts }) => [post_id, counts]))
}
