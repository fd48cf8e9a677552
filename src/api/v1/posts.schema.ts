import { z } from '@hono/zod-openapi'
import { count, moment } from '../fields.ts'
import { Counts, Person, Picture, Tag, Words } from './common.schema.ts'

export const PostState = z.enum(['draft', 'scheduled', 'published', 'removed'])

export const PostLine = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    words: z.string(),
    state: PostState,
    campaign: z.string().nullable(),
    picture: Picture.nullable(),
    publishAt: moment.nullable(),
    publishedAt: moment.nullable(),
    updatedAt: moment,
    likes: count,
    comments: count
  })
  .openapi('PostLine')

/** A post as its writers see it. */
export const Draft = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    state: PostState,
    version: z.int(),
    title: z.string(),
    words: z.string(),
    disclosure: z.string().nullable(),
    campaignId: z.uuid().nullable(),
    pinned: z.boolean(),
    publishAt: moment.nullable(),
    publishedAt: moment.nullable(),
    updatedAt: moment,
    pictures: z.array(Picture),
    tags: z.array(Tag)
  })
  .openapi('Draft')

export const PostFields = z
  .strictObject({
    title: z.string(),
    words: z.string(),
    disclosure: z.string().optional(),
    campaignId: z.uuid().nullish(),
    pinned: z.boolean().optional(),
    pictures: z.array(z.strictObject({ id: z.uuid(), alt: z.string() })).optional(),
    tags: z
      .array(
        z.strictObject({
          picture: count.openapi({ description: 'Which of the pictures, from 0.' }),
          productId: z.uuid(),
          x: z.number().min(0).max(1),
          y: z.number().min(0).max(1)
        })
      )
      .optional()
  })
  .openapi('PostFields')

/** A post as people see it. */
export const Post = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    words: Words,
    disclosure: z.string().nullable(),
    pinned: z.boolean(),
    publishedAt: moment,
    pictures: z.array(Picture),
    tags: z.array(Tag),
    counts: Counts,
    mine: z.object({ like: z.boolean(), repost: z.boolean(), save: z.boolean() })
  })
  .openapi('Post')

const comment = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  author: Person.extend({ staff: z.boolean() }),
  words: Words,
  typed: z.string().nullable(),
  state: z.enum(['visible', 'hidden', 'deleted']),
  postedAt: moment,
  edited: z.boolean(),
  mine: z.boolean()
})
export const Comment = comment.openapi('Comment')
export const Thread = comment.extend({ answers: z.array(Comment) }).openapi('Thread')
