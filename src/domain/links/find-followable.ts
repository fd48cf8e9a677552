import type { Context } from '#context'
import { buyPath, type BuyItem } from './buy-items.ts'

/** A link as whoever follows it needs it. `path` is null when what it led to is no longer to be seen. */
export type Followable = {
  code: string
  kind: 'short' | 'buy' | 'share'
  path: string | null
  postId: string | null
  productId: string | null
  campaignId: string | null
  memberId: string | null
  network: string | null
  expiresAt: Date | null
  disabledAt: Date | null
}

/** Finds a link by what stands after /l/, in any case of letters, with where it leads today. One query. */
export async function findFollowable(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  code: string
): Promise<Followable | undefined> {
  const row = await db
    .selectFrom('links as l')
    .leftJoin('posts as p', (j) => j.onRef('p.shop_id', '=', 'l.shop_id').onRef('p.id', '=', 'l.post_id'))
    .leftJoin('products as g', (j) =>
      j.onRef('g.shop_id', '=', 'l.shop_id').onRef('g.id', '=', 'l.product_id')
    )
    .select(['l.code', 'l.kind', 'l.target', 'l.items', 'l.coupon_code', 'l.network'])
    .select(['l.post_id as postId', 'l.product_id as productId', 'l.campaign_id as campaignId'])
    .select(['l.member_id as memberId', 'l.expires_at as expiresAt', 'l.disabled_at as disabledAt'])
    .select(['p.slug', 'p.state as postState', 'g.handle', 'g.state as productState'])
    .where('l.shop_id', '=', shopId)
    .where('l.code', '=', code.toLowerCase())
    .executeTakeFirst()
  if (!row) return undefined
  const { target, items, coupon_code, slug, postState, handle, productState, kind, ...link } = row
  const ways: Record<string, string | null> = {
    post: postState === 'published' ? `/p/${slug}` : null,
    product: productState === 'active' ? `/products/${handle}` : null,
    cart: buyPath((items ?? []) as BuyItem[], coupon_code)
  }
  const path = target.startsWith('/') ? target : (ways[target.split(':')[0]!] ?? null)
  return { ...link, kind: kind as Followable['kind'], path }
}
