import type { Tx } from '#platform/database/index.ts'
import type { PostState } from './post.ts'

export type LockedPost = {
  id: string
  state: PostState
  version: number
  slug: string
  title: string
  words: string
  campaignId: string | null
  publishedAt: Date | null
}

const posts = (tx: Tx, shopId: number) =>
  tx
    .selectFrom('posts')
    .select(['id', 'state', 'version', 'slug', 'title', 'words'])
    .select(['campaign_id as campaignId', 'published_at as publishedAt'])
    .where('shop_id', '=', shopId)
    .forUpdate()

/** Locks one post of the shop until the commit. */
export async function lockPost(tx: Tx, shopId: number, postId: string): Promise<LockedPost | undefined> {
  return (await posts(tx, shopId).where('id', '=', postId).executeTakeFirst()) as LockedPost | undefined
}

/** Locks waiting posts whose time has come, but none that another worker has in hand. */
export async function lockDuePosts(tx: Tx, shopId: number, now: Date, limit: number): Promise<LockedPost[]> {
  const due = posts(tx, shopId)
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', now)
    .orderBy('publish_at')
    .orderBy('id')
    .limit(limit)
    .skipLocked()
  return (await due.execute()) as LockedPost[]
}
