import type { CampaignView } from '#domain/campaigns/index.ts'
import type { CollectionLine, ProductCard, ProductPage } from '#domain/catalog/index.ts'
import type { PictureView } from '#domain/pictures/index.ts'
import type { PostView } from '#domain/posts/index.ts'
import type { Shop } from '#domain/shops/index.ts'
import { beginningOf, textOfHtml } from '#platform/plain-text.ts'
import { textOf } from '#platform/words.ts'

/** A page of the square in the words and pictures that other programs show it by. All of it is everyone's to see. */
export type PageCard = {
  kind: 'post' | 'product' | 'campaign' | 'collection' | 'shop'
  /** Without a language, each part encoded. */
  path: string
  title: string
  text: string
  /** Minor units, VAT included, of the cheapest choice. */
  price: { amount: number; compareAt: number | null } | null
  pictures: readonly PictureView[]
}

const SHOWN = 3

export const pathOf = {
  post: ({ slug }: { slug: string }): string => `/p/${encodeURIComponent(slug)}`,
  product: ({ handle }: { handle: string }): string => `/products/${encodeURIComponent(handle)}`,
  campaign: ({ slug }: { slug: string }): string => `/campaigns/${encodeURIComponent(slug)}`,
  collection: ({ handle }: { handle: string }): string => `/products?collection=${encodeURIComponent(handle)}`
}

/** A post is called by its title, or by its first words. */
export function cardOfPost(post: PostView, shop: Pick<Shop, 'name'>): PageCard {
  const text = textOf(post.words)
  const [tag] = post.tags
  return {
    kind: 'post',
    path: pathOf.post(post),
    title: post.title || beginningOf(text, 70) || shop.name,
    text: beginningOf(text, 200),
    price: tag ? { amount: tag.price, compareAt: tag.compareAt } : null,
    pictures: post.pictures.slice(0, 1)
  }
}

export function cardOfProduct(product: ProductPage): PageCard {
  const prices = product.variants.map(({ price }) => price)
  const amount = Math.min(...prices)
  const cheapest = product.variants.find(({ price }) => price === amount)
  return {
    kind: 'product',
    path: pathOf.product(product),
    title: product.seoTitle || product.title,
    text: product.seoDescription || beginningOf(textOfHtml(product.description), 200),
    price: cheapest ? { amount, compareAt: cheapest.compareAt } : null,
    pictures: product.pictures.slice(0, 1)
  }
}

/** `posts` are those of the campaign that went out last. */
export const cardOfCampaign = (campaign: CampaignView, posts: readonly PostView[]): PageCard => ({
  kind: 'campaign',
  path: pathOf.campaign(campaign),
  title: campaign.name,
  text: campaign.hashtag ? `#${campaign.hashtag}` : '',
  price: null,
  pictures: posts.flatMap((post) => post.pictures.slice(0, 1)).slice(0, SHOWN)
})

/** A shelf of the shop with its first goods: a collection, or everything. */
export const cardOfCollection = (
  collection: Pick<CollectionLine, 'handle' | 'title' | 'description'>,
  products: readonly ProductCard[]
): PageCard => ({
  kind: 'collection',
  path: pathOf.collection(collection),
  title: collection.title,
  text: beginningOf(collection.description.replace(/\s+/g, ' ').trim(), 200),
  price: null,
  pictures: products.flatMap(({ picture }) => picture ?? []).slice(0, SHOWN)
})

export const cardOfShop = (
  shop: Pick<Shop, 'name' | 'about'>,
  pictures: readonly PictureView[]
): PageCard => ({
  kind: 'shop',
  path: '/',
  title: shop.name,
  text: beginningOf(shop.about.replace(/\s+/g, ' ').trim(), 200),
  price: null,
  pictures: pictures.slice(0, SHOWN)
})
