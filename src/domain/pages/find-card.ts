import type { Context } from '#context'
import { findOpenCampaign } from '#domain/campaigns/index.ts'
import { findProduct, listCollections, listProducts } from '#domain/catalog/index.ts'
import { findPost, listLatest } from '#domain/posts/index.ts'
import type { Shop } from '#domain/shops/index.ts'
import {
  cardOfCampaign,
  cardOfCollection,
  cardOfPost,
  cardOfProduct,
  cardOfShop,
  type PageCard
} from './card.ts'

type Find = (ctx: Pick<Context, 'db'>, shop: Shop, key: string) => Promise<PageCard | undefined>

/** How each section of the square finds one of its pages; what is a draft, taken down or sold no more is not found. */
const SECTIONS: Record<string, Find> = {
  p: async (ctx, shop, slug) => {
    const post = await findPost(ctx, shop.id, slug)
    return post && cardOfPost(post, shop)
  },
  products: async (ctx, shop, handle) => {
    const product = await findProduct(ctx, shop.id, handle)
    return product?.state === 'active' ? cardOfProduct(product) : undefined
  },
  collections: async (ctx, shop, handle) => {
    const collection = (await listCollections(ctx, shop.id)).find((one) => one.handle === handle)
    if (!collection?.products) return undefined
    const { products } = await listProducts(ctx, shop.id, { collection: handle, limit: 24 })
    return cardOfCollection(collection, products)
  },
  campaigns: async (ctx, shop, slug) => {
    const campaign = await findOpenCampaign(ctx, shop.id, slug)
    return campaign && cardOfCampaign(campaign, await listLatest(ctx, shop.id, campaign.id, 9))
  }
}

/**
 * The page of everyone's at this path (without a language), as other programs show it. A collection has a path of its own
 * here, /collections/{handle}: on the square it is a question put to the shelf.
 */
export async function findCard(
  ctx: Pick<Context, 'db'>,
  shop: Shop,
  path: string
): Promise<PageCard | undefined> {
  if (path === '/' || path === '') return shopCard(ctx, shop)
  const [, section = '', key, ...rest] = path.split('/')
  const find = Object.hasOwn(SECTIONS, section) ? SECTIONS[section] : undefined
  const name = key && decoded(key)
  return find && name && rest.length === 0 ? find(ctx, shop, name) : undefined
}

async function shopCard(ctx: Pick<Context, 'db'>, shop: Shop): Promise<PageCard> {
  const { products } = await listProducts(ctx, shop.id, { limit: 9 })
  return cardOfShop(
    shop,
    products.flatMap(({ picture }) => picture ?? [])
  )
}

function decoded(part: string): string | undefined {
  try {
    const text = decodeURIComponent(part)
    return text.length > 300 || text.includes('\u0000') ? undefined : text
  } catch {
    return undefined
  }
}
