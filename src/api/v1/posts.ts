import { z } from '@hono/zod-openapi'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import {
  findDraft,
  listPosts,
  publishPost,
  removePost,
  restorePost,
  savePost,
  schedulePost,
  startPost,
  unschedulePost,
  type PostInput
} from '#domain/posts/index.ts'
import { settle } from '#domain/projections.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId, found, moment, pageOf } from '../fields.ts'
import { operation } from '../operation.ts'
import { Draft, PostFields, PostLine, PostState } from './posts.schema.ts'

/** What the shop says, as its writers see it: drafts, posts that wait, posts that are out. */
export const posts = openApp()

const TRIES = 5
const TAKEN = ['post_not_found', 'post_stale', 'post_moved_on']
const SAVED = ['too_many_pictures', 'picture_not_found', 'product_not_found', 'campaign_not_found']
const READY = ['post_empty', 'alt_missing']
const example = { title: 'Stripes are back', words: 'Fresh from the press. #summer', pictures: [], tags: [] }

type Fields = z.output<typeof PostFields>

const inputOf = (postId: string, version: number, fields: Fields): PostInput => ({
  ...{ postId, version, title: fields.title, words: fields.words, disclosure: fields.disclosure ?? '' },
  ...{ campaignId: fields.campaignId ?? null, pinned: fields.pinned ?? false },
  ...{ pictures: fields.pictures ?? [], tags: fields.tags ?? [] }
})

operation(
  posts,
  {
    ...{ name: 'listPosts', method: 'get', path: '/', permission: 'posts.write', paged: true },
    ...{
      summary: 'List posts, the last touched first',
      description: 'Without a state, all but the removed.'
    },
    ...{ query: z.object({ state: PostState.optional() }), answer: pageOf('posts', PostLine) }
  },
  async ({ ctx, shop, query, page }) => done(await listPosts(ctx, shop.id, { ...query, ...page }))
)

operation(
  posts,
  {
    ...{ name: 'createPost', method: 'post', path: '/', permission: 'posts.write', status: 201 },
    ...{
      summary: 'Write a draft',
      body: PostFields,
      example,
      answer: Draft,
      versioned: true,
      refusals: SAVED
    }
  },
  async ({ ctx, actor, shop, body }) => {
    const written = await write(ctx, actor, body)
    return written.ok ? found(await findDraft(ctx, shop.id, written.value), 'post_not_found') : written
  }
)

/** A writer's untouched draft is given again, so that two who write at once find it taken and begin another. */
async function write(ctx: Context, actor: Actor, fields: Fields): Promise<Outcome<string>> {
  for (let tries = 1; ; tries++) {
    const started = await startPost(ctx, actor)
    if (!started.ok) return started
    const saved = await savePost(ctx, actor, inputOf(started.value, 1, fields))
    if (saved.ok) return started
    if (saved.refusal !== 'post_stale' || tries === TRIES) return saved
  }
}

operation(
  posts,
  {
    ...{ name: 'getPost', method: 'get', path: '/{id}', permission: 'posts.write', params: byId },
    ...{
      summary: 'One post, whatever its state',
      answer: Draft,
      versioned: true,
      refusals: ['post_not_found']
    }
  },
  async ({ ctx, shop, params }) => found(await findDraft(ctx, shop.id, params.id), 'post_not_found')
)

operation(
  posts,
  {
    ...{ name: 'replacePost', method: 'put', path: '/{id}', permission: 'posts.write', params: byId },
    summary: 'Save the whole of a post',
    description: 'With If-Match only the version you read is replaced; without it the latest.',
    ...{ body: PostFields, example, answer: Draft, versioned: true, refusals: [...SAVED, ...TAKEN, ...READY] }
  },
  async ({ ctx, actor, shop, params: { id }, body, version }) => {
    const seen = version ?? (await findDraft(ctx, shop.id, id))?.version
    if (seen === undefined) return refused('post_not_found')
    const saved = await savePost(ctx, actor, inputOf(id, seen, body))
    return saved.ok ? found(await findDraft(ctx, shop.id, id), 'post_not_found') : saved
  }
)

operation(
  posts,
  {
    ...{
      name: 'schedulePost',
      method: 'put',
      path: '/{id}/schedule',
      permission: 'posts.publish',
      params: byId
    },
    ...{ summary: 'Have a post go out at a time to come', versioned: true },
    ...{ body: z.strictObject({ at: moment }), example: { at: '2026-12-01T07:00:00Z' } },
    refusals: [...TAKEN, ...READY, 'time_past']
  },
  async ({ ctx, actor, params, body, version }) =>
    schedulePost(ctx, actor, { postId: params.id, version, at: new Date(body.at) })
)

const MOVES = [
  ['publishPost', 'put', 'publication', 'Put a post before the people', publishPost, [...TAKEN, ...READY]],
  ['removePost', 'delete', 'publication', 'Take a post down', removePost, TAKEN],
  ['restorePost', 'put', 'restoration', 'Bring a post back', restorePost, TAKEN],
  ['unschedulePost', 'delete', 'schedule', 'Make a waiting post a draft again', unschedulePost, TAKEN]
] as const

for (const [name, method, place, summary, move, refusals] of MOVES) {
  operation(
    posts,
    {
      ...{ name, method, path: `/{id}/${place}`, permission: 'posts.publish', params: byId },
      ...{ summary, versioned: true, refusals }
    },
    async ({ ctx, actor, shop, params, version }) => {
      const moved = await move(ctx, actor, { postId: params.id, version })
      if (moved.ok) await settle(ctx, shop.id)
      return moved
    }
  )
}
