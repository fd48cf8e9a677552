import type { PostView } from '#domain/posts/index.ts'
import type { Segment } from '#platform/words.ts'
import { exponentOf } from '#platform/money/index.ts'

/** Words without their marks. */
export const textOf = (words: readonly Segment[]): string =>
  words
    .map((piece) => (typeof piece === 'string' ? piece : 'tag' in piece ? `#${piece.tag}` : piece.text))
    .join('')
    .replace(/\s+/g, ' ')

type About = { url: string; shop: string; currency: string; image: string | undefined; origin: string }

/** What a search engine is told of a post: who said it when, what it shows, and how people took it. */
export function describePost(post: PostView, { url, shop, currency, image, origin }: About) {
  return {
    '@context': 'https://schema.org',
    '@type': 'SocialMediaPosting',
    url,
    headline: post.title || undefined,
    articleBody: textOf(post.words),
    datePublished: post.publishedAt.toISOString(),
    author: { '@type': 'Organization', name: shop, url: origin },
    image,
    commentCount: post.counts.comments,
    interactionStatistic: [
      counter('LikeAction', post.counts.likes),
      counter('ShareAction', post.counts.reposts + post.counts.shares)
    ],
    mentions: post.tags.map((tag) => ({
      '@type': 'Product',
      name: tag.title,
      url: `${origin}/products/${tag.handle}`,
      offers: {
        '@type': 'Offer',
        price: (tag.price / 10 ** exponentOf(currency)).toFixed(exponentOf(currency)),
        priceCurrency: currency,
        availability: `https://schema.org/${tag.inStock ? 'InStock' : 'OutOfStock'}`
      }
    }))
  }
}

const counter = (action: string, count: number) => ({
  '@type': 'InteractionCounter',
  interactionType: `https://schema.org/${action}`,
  userInteractionCount: count
})
