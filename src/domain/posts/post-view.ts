import type { PictureView } from '#domain/pictures/index.ts'
import type { Segment } from '#platform/words.ts'

export type Counts = {
  likes: number
  reposts: number
  saves: number
  comments: number
  shares: number
}

/** A product shown on a picture. Prices are minor units of the shop's currency, of the cheapest variant. */
export type TagView = {
  n: number
  /** Which picture, from 0; x and y are fractions of its width and height. */
  picture: number
  x: number
  y: number
  productId: string
  handle: string
  title: string
  price: number
  compareAt: number | null
  inStock: boolean
  variants: number
}

/** A post as people see it. */
export type PostView = {
  id: string
  slug: string
  title: string
  words: readonly Segment[]
  disclosure: string | null
  pinned: boolean
  publishedAt: Date
  pictures: PictureView[]
  tags: TagView[]
  counts: Counts
  /** What the member who looks has done. */
  mine: { like: boolean; repost: boolean; save: boolean }
}
