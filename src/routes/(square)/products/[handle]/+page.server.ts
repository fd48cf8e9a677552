import { error } from '@sveltejs/kit'
import { findProduct, listProducts } from '#domain/catalog/index.ts'
import { listPostsShowing } from '#domain/search/index.ts'
import { isUuid } from '#platform/ids.ts'
import { offersOf } from './offers.ts'
import { Unsent } from '../../../whole-page.ts'
import type { PageServerLoad } from './$types'

const NEIGHBOURS = 8

/** A product, the posts that show it, and its neighbours on the shelf. One that is sold no more says so. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { ctx, shop } = locals
  const product = await findProduct(ctx, shop.id, params.handle)
  if (!product) error(404, 'No such product.')
  const collection = product.collections[0]?.handle
  const [posts, near] = await Promise.all([
    listPostsShowing(ctx, shop.id, product.id, 6),
    listProducts(ctx, shop.id, { collection, except: product.id, limit: NEIGHBOURS })
  ])
  const from = url.searchParams.get('post')
  const whole = {
    frame: 'wide' as const,
    product,
    ...offersOf(product),
    asked: url.searchParams.get('variant'),
    post: isUuid(from) ? from : null,
    posts,
    near: near.products
  }
  return { unsent: new Unsent(whole) }
}
