import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'

export type ShareTarget = { postId: string } | { productId: string }

/**
 * The member's own link to a post or product: always the same one, so that every visit it brings is counted for
 * them. Undefined for someone without an account, who shares the plain address, and for what is not to be seen.
 */
export async function shareLinkFor(
  ctx: Context,
  { shopId, memberId }: Actor,
  target: ShareTarget
): Promise<string | undefined> {
  if (!memberId) return undefined
  const subject = await findSubject(ctx, shopId, target)
  if (!subject) return undefined
  const own = { shop_id: shopId, member_id: memberId, kind: 'share', target: subject.target }
  await ctx.db
    .insertInto('links')
    .values({
      ...{ ...own, code: ctx.ids.code(8), created_by: memberId, created_at: ctx.clock.now() },
      ...{ post_id: subject.postId, product_id: subject.productId, campaign_id: subject.campaignId }
    })
    // The index is found by its own words: a parameter in their place would not be known when a plan is kept.
    .onConflict((c) =>
      c.columns(['shop_id', 'member_id', 'target']).where('kind', '=', sql.lit('share')).doNothing()
    )
    .execute()
  const { code } = await ctx.db
    .selectFrom('links')
    .select('code')
    .where('shop_id', '=', shopId)
    .where('kind', '=', 'share')
    .where('member_id', '=', memberId)
    .where('target', '=', subject.target)
    .executeTakeFirstOrThrow()
  return `/l/${code}`
}

async function findSubject({ db }: Pick<Context, 'db'>, shopId: number, target: ShareTarget) {
  if ('productId' in target) {
    const product = await db
      .selectFrom('products')
      .select('id')
      .where('shop_id', '=', shopId)
      .where('id', '=', target.productId)
      .where('state', '=', 'active')
      .executeTakeFirst()
    return (
      product && { target: `product:${product.id}`, postId: null, productId: product.id, campaignId: null }
    )
  }
  const post = await db
    .selectFrom('posts')
    .select(['id', 'campaign_id'])
    .where('shop_id', '=', shopId)
    .where('id', '=', target.postId)
    .where('state', '=', 'published')
    .executeTakeFirst()
  return post && { target: `post:${post.id}`, postId: post.id, productId: null, campaignId: post.campaign_id }
}
