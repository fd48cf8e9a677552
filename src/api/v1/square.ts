import { z } from '@hono/zod-openapi'
import { findProduct, listCollections, listProducts } from '#domain/catalog/index.ts'
import { findPost, listFeed } from '#domain/posts/index.ts'
import { listPostsShowing, searchSquare } from '#domain/search/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { cleanLine } from '#platform/text.ts'
import { openApp } from '../app.ts'
import { found, pageOf } from '../fields.ts'
import { operation } from '../operation.ts'
import { Collection } from './collections.ts'
import { FoundPost, Picture, ProductCard } from './common.schema.ts'
import { Post } from './posts.schema.ts'

/** What everyone may see of the square: the feed, the goods on the shelf, and what is found by words. */
export const square = openApp()

const permission = 'public'
const short = z.string().max(255).optional()

operation(
  square,
  {
    ...{ name: 'listFeed', method: 'get', path: '/feed', permission, paged: true },
    ...{ summary: 'What is out, pinned first, then newest first', answer: pageOf('posts', Post) },
    query: z.object({
      tag: z
        .string()
        .regex(/^[\p{L}\p{N}_]{1,60}$/u)
        .optional()
    })
  },
  async ({ ctx, shop, actor, query, page }) =>
    done(await listFeed(ctx, shop.id, { ...page, tag: query.tag ?? null, memberId: actor.memberId }))
)

operation(
  square,
  {
    ...{
      name: 'getFeedPost',
      method: 'get',
      path: '/feed/{slug}',
      permission,
      params: z.object({ slug: z.string() })
    },
    ...{ summary: 'One post that is out', answer: Post, refusals: ['post_not_found'] }
  },
  async ({ ctx, shop, actor, params }) =>
    found(await findPost(ctx, shop.id, params.slug, actor.memberId), 'post_not_found')
)

operation(
  square,
  {
    ...{ name: 'listShelf', method: 'get', path: '/shelf', permission, paged: true },
    ...{ summary: 'What is on sale, newest first, or a collection in its own order' },
    ...{
      query: z.object({ collection: short, tag: short, q: short }),
      answer: pageOf('products', ProductCard)
    }
  },
  async ({ ctx, shop, query, page }) => done(await listProducts(ctx, shop.id, { ...query, ...page }))
)

operation(
  square,
  {
    ...{ name: 'listShelfCollections', method: 'get', path: '/shelf/collections', permission },
    ...{ summary: 'The collections that have goods', answer: z.object({ collections: z.array(Collection) }) }
  },
  async ({ ctx, shop }) => {
    const all = await listCollections(ctx, shop.id)
    return done({ collections: all.filter(({ products }) => products > 0) })
  }
)

const Variant = z
  .object({
    id: z.uuid(),
    sku: z.string(),
    barcode: z.string().nullable(),
    optionValues: z.array(z.string()),
    price: z.int(),
    compareAt: z.int().nullable(),
    lowest30: z.int().nullable(),
    available: z.boolean(),
    left: z.int().nullable(),
    pictureId: z.uuid().nullable()
  })
  .openapi('ShelfVariant')
const ShelfProduct = z
  .object({
    id: z.uuid(),
    handle: z.string(),
    title: z.string(),
    description: z.string(),
    vendor: z.string().nullable(),
    productType: z.string().nullable(),
    state: z.enum(['active', 'archived']),
    options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    tags: z.array(z.string()),
    collections: z.array(z.object({ handle: z.string(), title: z.string() })),
    pictures: z.array(Picture),
    variants: z.array(Variant),
    posts: z.array(FoundPost)
  })
  .openapi('ShelfProduct')

const SHOWING = 6

operation(
  square,
  {
    ...{ name: 'getShelfProduct', method: 'get', path: '/shelf/{handle}', permission },
    ...{
      params: z.object({ handle: z.string() }),
      summary: 'A product as people see it, and posts that show it'
    },
    ...{ answer: ShelfProduct, refusals: ['product_not_found'] }
  },
  async ({ ctx, shop, params }) => {
    const product = await findProduct(ctx, shop.id, params.handle)
    if (!product) return refused('product_not_found')
    return done({ ...product, posts: await listPostsShowing(ctx, shop.id, product.id, SHOWING) })
  }
)

operation(
  square,
  {
    ...{ name: 'searchSquare', method: 'get', path: '/search', permission },
    ...{ summary: 'Goods and posts by the beginnings of words', query: z.object({ q: z.string().max(200) }) },
    answer: z.object({ products: z.array(ProductCard), posts: z.array(FoundPost) })
  },
  async ({ ctx, shop, query }) => done(await searchSquare(ctx, shop.id, cleanLine(query.q)))
)
