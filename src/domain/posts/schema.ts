import { z } from 'zod'
import { cleanLine, cleanWords } from '#platform/text.ts'

export const LIMITS = {
  title: 120,
  words: 5_000,
  comment: 2_000,
  alt: 500,
  disclosure: 120,
  pictures: 10,
  tags: 20
}

/** Text far beyond its limit is refused before anything is done with it. */
const typed = (max: number) => z.string().max(max * 4)
const line = (max: number) => typed(max).transform(cleanLine).pipe(z.string().max(max))
const words = (max: number) => typed(max).transform(cleanWords).pipe(z.string().max(max))
const nothing = (text: string) => (text === '' ? null : text)
const fraction = z.number().min(0).max(1)

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

export const commentInput = z.object({
  postId: z.uuid(),
  parentId: z.uuid().nullish(),
  words: words(LIMITS.comment).pipe(z.string().min(1))
})
export type CommentInput = z.input<typeof commentInput>

export const commentEdit = z.object({
  commentId: z.uuid(),
  words: words(LIMITS.comment).pipe(z.string().min(1))
})
export type CommentEdit = z.input<typeof commentEdit>

/** The first field that did not fit, for a message beside it. */
export const firstField = (error: z.ZodError): string => String(error.issues[0]?.path[0] ?? '')
