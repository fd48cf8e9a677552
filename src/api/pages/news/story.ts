import { pathOf } from '#domain/pages/index.ts'
import { jpegPath } from '#domain/pictures/index.ts'
import type { PostView } from '#domain/posts/index.ts'
import type { Shop } from '#domain/shops/index.ts'
import { formatMoney } from '#platform/money/index.ts'
import { beginningOf } from '#platform/plain-text.ts'
import { textOf, type Segment } from '#platform/words.ts'
import { escaped } from '#platform/xml.ts'

/** A post as a reader of feeds shows it; addresses are whole. */
export type Story = {
  url: string
  title: string
  text: string
  html: string
  at: Date
  picture: { url: string; alt: string } | null
  tags: string[]
}

/** What a feed is of, and where it and its page are. */
export type News = {
  title: string
  about: string
  shop: Shop
  origin: string
  page: string
  self: string
  changedAt: Date
  stories: Story[]
}

const WIDTH = 1080

export function storyOf(post: PostView, shop: Shop, origin: string): Story {
  const text = textOf(post.words)
  const pictures = post.pictures.flatMap((picture) => {
    const path = jpegPath(picture, WIDTH)
    return path ? [{ url: origin + path, alt: picture.alt }] : []
  })
  return {
    url: origin + pathOf.post(post),
    title: post.title || beginningOf(text, 70) || shop.name,
    text,
    html: htmlOf(post, pictures, shop, origin),
    at: post.publishedAt,
    picture: pictures[0] ?? null,
    tags: post.words.flatMap((piece) => (typeof piece === 'object' && 'tag' in piece ? [piece.tag] : []))
  }
}

function htmlOf(
  post: PostView,
  pictures: { url: string; alt: string }[],
  shop: Shop,
  origin: string
): string {
  const shown = pictures.map(({ url, alt }) => `<p><img src="${escaped(url)}" alt="${escaped(alt)}"></p>`)
  const goods = post.tags.map((tag) => {
    const price = formatMoney({ amount: tag.price, currency: shop.currency }, shop.locale)
    return `<li><a href="${escaped(origin + pathOf.product(tag))}">${escaped(tag.title)}</a> · ${escaped(price)}</li>`
  })
  const words = post.words.map((piece) => linked(piece, origin)).join('')
  return [
    ...shown,
    words && `<p>${words.replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br>')}</p>`,
    goods.length ? `<ul>${goods.join('')}</ul>` : ''
  ].join('')
}

function linked(piece: Segment, origin: string): string {
  if (typeof piece === 'string') return escaped(piece)
  if ('href' in piece) return `<a href="${escaped(piece.href)}" rel="nofollow">${escaped(piece.text)}</a>`
  return `<a href="${escaped(`${origin}/?tag=${encodeURIComponent(piece.tag)}`)}">#${escaped(piece.tag)}</a>`
}
