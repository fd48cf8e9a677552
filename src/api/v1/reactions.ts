import { z } from '@hono/zod-openapi'
import { shareLinkFor } from '#domain/links/index.ts'
import { readCounts } from '#domain/posts/index.ts'
import { settle } from '#domain/projections.ts'
import { followShop, isFollowing, react, REACTIONS, unfollowShop, unreact } from '#domain/reactions/index.ts'
import { protocolOf } from '#platform/http/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { id } from '../fields.ts'
import { operation } from '../operation.ts'
import { Counts } from './common.schema.ts'

/** What a member does with a post or the shop by one press. Asked twice, it is done once. */
export const reactions = openApp()

const permission = 'take.part'
const none = { likes: 0, reposts: 0, saves: 0, comments: 0, shares: 0 }
const params = z.object({ post: id, kind: z.enum(REACTIONS) })
const of = z.object({ post: id })

for (const [name, method, summary, act] of [
  ['addReaction', 'put', 'Like, repost or save a post', react],
  ['removeReaction', 'delete', 'Take a reaction back', unreact]
] as const) {
  operation(
    reactions,
    {
      ...{ name, method, path: '/posts/{post}/reactions/{kind}', permission, params, summary },
      ...{
        description: 'Answers how the counts stand.',
        answer: Counts,
        refusals: ['not_a_member', 'post_not_found']
      }
    },
    async ({ ctx, actor, shop, params: { post, kind } }) => {
      const outcome = await act(ctx, actor, { postId: post, kind })
      if (!outcome.ok) return outcome
      await settle(ctx, shop.id)
      return done((await readCounts(ctx, shop.id, [post])).get(post) ?? none)
    }
  )
}

operation(
  reactions,
  {
    ...{ name: 'sharePost', method: 'post', path: '/posts/{post}/share', permission, params: of },
    ...{ summary: 'A member’s own link to a post, whose visits are counted for them' },
    ...{ answer: z.object({ link: z.string() }), refusals: ['post_not_found'] }
  },
  async ({ c, ctx, actor, params: { post } }) => {
    const path = await shareLinkFor(ctx, actor, { postId: post })
    const origin = `${protocolOf(ctx.config, c.req.raw.headers)}://${c.req.header('host')}`
    return path ? done({ link: `${origin}${path}` }) : refused('post_not_found')
  }
)

const answer = z.object({ following: z.boolean() })

operation(
  reactions,
  {
    name: 'getFollow',
    method: 'get',
    path: '/follow',
    permission,
    summary: 'Whether you follow the shop',
    answer
  },
  async ({ ctx, actor, shop }) => done({ following: await isFollowing(ctx, shop.id, actor.memberId ?? '') })
)

for (const [name, method, summary, act] of [
  ['followShop', 'put', 'Follow the shop', followShop],
  ['unfollowShop', 'delete', 'Follow the shop no longer', unfollowShop]
] as const) {
  operation(
    reactions,
    { name, method, path: '/follow', permission, summary, answer, refusals: ['not_a_member'] },
    async ({ ctx, actor }) => {
      const outcome = await act(ctx, actor)
      return outcome.ok ? done({ following: method === 'put' }) : outcome
    }
  )
}
