import type { InteractionCounter, SocialMediaPosting } from 'schema-dts'
import { pathOf } from '#domain/pages/index.ts'
import { jpegPath } from '#domain/pictures/index.ts'
import type { PostView } from '#domain/posts/index.ts'
import type { Shop } from '#domain/shops/index.ts'
import { textOf } from '#platform/words.ts'
import { decimal } from './describe-product.ts'
import type { Place } from './page-about.ts'

const WIDTH = 1080

/** What a search engine is told of a post: who said it when, what it shows, and how people took it. */
export function describePost(post: PostView, shop: Shop, { origin, at }: Place): SocialMediaPosting {
  const images = post.pictures.flatMap((picture) => jpegPath(picture, WIDTH) ?? [])
  const { currency } = shop
  return {
    '@type': 'SocialMediaPosting',
    url: at(pathOf.post(post)),
    ...(post.title && { headline: post.title }),
    articleBody: textOf(post.words),
    datePublished: post.publishedAt.toISOString(),
    author: { '@type': 'Organization', name: shop.name, url: `${origin}/` },
    ...(images.length && { image: images.map((path) => origin + path) }),
    commentCount: post.counts.comments,
    interactionStatistic: [
      counter('LikeAction', post.counts.likes),
      counter('CommentAction', post.counts.comments),
      counter('ShareAction', post.counts.reposts + post.counts.shares),
      counter('BookmarkAction', post.counts.saves)
    ],
    mentions: post.tags.map((tag) => ({
      '@type': 'Product',
      name: tag.title,
      url: at(pathOf.product(tag)),
      offers: {
        '@type': 'Offer',
        price: decimal(tag.price, currency),
        priceCurrency: currency,
        availability: tag.inStock ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock'
      }
    }))
  }
}

type Counted = 'LikeAction' | 'CommentAction' | 'ShareAction' | 'BookmarkAction'

const counter = (action: Counted, count: number): InteractionCounter => ({
  '@type': 'InteractionCounter',
  interactionType: { '@type': action },
  userInteractionCount: count
})
