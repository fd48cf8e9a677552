import { z } from 'zod'
import { line, words } from '#platform/fields.ts'

export const LIMITS = {
  title: 120,
  words: 5_000,
  alt: 500,
  disclosure: 120,
  pictures: 10,
  tags: 20
}

const nothing = (text: string) => (text === '' ? null : text)
const fraction = z.number().min(0).max(1)

export const MOST_PICTURES = LIMITS.pictures

const picture = z.object({ id: z.uuid(), alt: line(LIMITS.alt) })
const tag = z.object({
  /** Which of the pictures, from 0. */
  picture: z.int().min(0),
  productId: z.uuid(),
  x: fraction,
  y: fraction
})

/** Everything a composer holds: the whole of a post, each time. */
export const postInput = z
  .object({
    postId: z.uuid(),
    version: z.int().min(1),
    title: line(LIMITS.title),
    words: words(LIMITS.words),
    disclosure: line(LIMITS.disclosure).transform(nothing),
    campaignId: z.uuid().nullable(),
    pinned: z.boolean(),
    pictures: z.array(picture).max(LIMITS.pictures),
    tags: z.array(tag).max(LIMITS.tags)
  })
  .refine((post) => post.tags.every((one) => one.picture < post.pictures.length), { path: ['tags'] })
  .refine((post) => new Set(post.pictures.map((one) => one.id)).size === post.pictures.length, {
    path: ['pictures']
  })
export type PostInput = z.input<typeof postInput>
export type PostFields = z.output<typeof postInput>
