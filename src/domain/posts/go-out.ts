import type { Context } from '#context'
import type { Entry } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { LockedPost } from './locks.ts'
import { slugOf } from '#platform/slug.ts'

/**
 * Puts a locked post before the people, and answers the ledger's line for it. Its address is made from its words the
 * first time and never changes again: people have copied it.
 */
export async function goOut(
  ctx: Pick<Context, 'clock'>,
  tx: Tx,
  shopId: number,
  post: LockedPost,
  actor: string | null
): Promise<Entry> {
  const now = ctx.clock.now()
  const name = slugOf(post.title || post.words)
  await tx
    .updateTable('posts')
    .set({
      state: 'published',
      slug: post.publishedAt || !name ? post.slug : `${name}-${post.slug}`,
      publish_at: null,
      published_at: post.publishedAt ?? now,
      version: post.version + 1,
      updated_at: now
    })
    .where('shop_id', '=', shopId)
    .where('id', '=', post.id)
    .execute()
  return {
    kind: 'post_published',
    actor,
    subject: { kind: 'post', id: post.id },
    source: { campaignId: post.campaignId },
    payload: null
  }
}
