import type { Context } from '#context'
import { listProducts, type ProductCard } from '#domain/catalog/index.ts'
import { searchPosts, type FoundPost } from './posts.ts'

const PRODUCTS = 24
const POSTS = 12

/** Finds goods and posts by the beginnings of words, in whatever order they were typed. Four queries. */
export async function searchSquare(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  q: string
): Promise<{ products: ProductCard[]; posts: FoundPost[] }> {
  if (!q.trim()) return { products: [], posts: [] }
  const [{ products }, posts] = await Promise.all([
    listProducts(ctx, shopId, { q, limit: PRODUCTS }),
    searchPosts(ctx, shopId, q, POSTS)
  ])
  return { products, posts }
}
