import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'

/** Bare rows for the way from a post to an order, where only their links to each other matter. */
export function journeyFactories(ctx: Context, shopId: number, author: () => Promise<Actor>) {
  /** A published post, in a campaign if one is given. */
  async function publishedPost(
    options: { title?: string; campaignId?: string | null; publishedAt?: Date } = {}
  ): Promise<string> {
    const id = ctx.ids.next()
    const at = options.publishedAt ?? ctx.clock.now()
    await ctx.db
      .insertInto('posts')
      .values({
        shop_id: shopId,
        id,
        slug: id,
        title: options.title ?? 'Stripes are back',
        state: 'published',
        campaign_id: options.campaignId ?? null,
        author_id: (await author()).memberId!,
        published_at: at,
        created_at: at,
        updated_at: at
      })
      .execute()
    return id
  }

  async function campaignRow(name = 'Harbour summer'): Promise<string> {
    const id = ctx.ids.next()
    await ctx.db
      .insertInto('campaigns')
      .values({ shop_id: shopId, id, name, slug: id, created_at: ctx.clock.now() })
      .execute()
    return id
  }
  return { publishedPost, campaignRow }
}
