import { z } from '@hono/zod-openapi'
import { can } from '#domain/accounts/index.ts'
import {
  addComment,
  deleteComment,
  editComment,
  findComment,
  hideComment,
  listComments
} from '#domain/discussions/index.ts'
import { settle } from '#domain/projections.ts'
import { done, type Outcome } from '#platform/outcome.ts'
import type { Context } from '#context'
import { openApp } from '../app.ts'
import { byId, found, id, pageOf } from '../fields.ts'
import { operation } from '../operation.ts'
import { Comment, Thread } from './posts.schema.ts'

/** What people say to each other under a post. */
export const comments = openApp()

const of = z.object({ post: id })
const words = z.string()
const refusals = ['comment_not_found']

async function settled<O extends Outcome<unknown>>(ctx: Context, shopId: number, outcome: O): Promise<O> {
  if (outcome.ok) await settle(ctx, shopId)
  return outcome
}

operation(
  comments,
  {
    ...{
      name: 'listComments',
      method: 'get',
      path: '/posts/{post}/comments',
      permission: 'public',
      params: of
    },
    ...{ paged: true, summary: 'The threads under a post, newest first', answer: pageOf('threads', Thread) }
  },
  async ({ ctx, shop, actor, params, page }) => {
    const moderator = can(actor, 'comments.moderate')
    return done(
      await listComments(ctx, shop.id, params.post, { ...page, memberId: actor.memberId, moderator })
    )
  }
)

operation(
  comments,
  {
    ...{
      name: 'addComment',
      method: 'post',
      path: '/posts/{post}/comments',
      permission: 'take.part',
      params: of
    },
    ...{ status: 201, summary: 'Say something, or answer someone' },
    ...{
      body: z.strictObject({ words, parentId: z.uuid().nullish() }),
      example: { words: 'In green, please!' }
    },
    ...{
      answer: z.object({ id: z.uuid() }),
      refusals: [...refusals, 'not_a_member', 'post_not_found', 'too_many']
    }
  },
  async ({ ctx, actor, shop, params, body }) => {
    const added = await addComment(ctx, actor, { postId: params.post, ...body })
    return settled(ctx, shop.id, added.ok ? done({ id: added.value }) : added)
  }
)

operation(
  comments,
  {
    ...{ name: 'getComment', method: 'get', path: '/comments/{id}', permission: 'take.part', params: byId },
    ...{ summary: 'One comment', answer: Comment, refusals, watches: 'comment' }
  },
  async ({ ctx, shop, actor, params }) => {
    const who = { memberId: actor.memberId, moderator: can(actor, 'comments.moderate') }
    return found(await findComment(ctx, shop.id, params.id, who), 'comment_not_found')
  }
)

operation(
  comments,
  {
    ...{ name: 'editComment', method: 'put', path: '/comments/{id}', permission: 'take.part', params: byId },
    ...{
      watches: 'comment',
      summary: 'Change your own words',
      body: z.strictObject({ words }),
      example: { words: 'In blue!' },
      refusals
    }
  },
  async ({ ctx, actor, params, body }) => editComment(ctx, actor, { commentId: params.id, words: body.words })
)

operation(
  comments,
  {
    ...{
      name: 'deleteComment',
      method: 'delete',
      path: '/comments/{id}',
      permission: 'take.part',
      params: byId
    },
    ...{ summary: 'Take back your own comment', refusals, watches: 'comment' }
  },
  async ({ ctx, actor, shop, params }) => settled(ctx, shop.id, await deleteComment(ctx, actor, params.id))
)

for (const [name, method, hidden, summary] of [
  ['hideComment', 'put', true, 'Take a comment out of sight'],
  ['showComment', 'delete', false, 'Show a comment again']
] as const) {
  operation(
    comments,
    {
      ...{ name, method, path: '/comments/{id}/hiding', permission: 'comments.moderate', params: byId },
      ...{ summary, refusals, watches: 'comment' }
    },
    async ({ ctx, actor, shop, params }) =>
      settled(ctx, shop.id, await hideComment(ctx, actor, { commentId: params.id, hidden }))
  )
}
