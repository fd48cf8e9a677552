import { shareLinkFor } from '#domain/links/index.ts'
import { readCounts } from '#domain/posts/index.ts'
import { settle } from '#domain/projections.ts'
import { react, REACTIONS, unreact, type Reaction } from '#domain/reactions/index.ts'
import { protocolOf } from '#platform/http/index.ts'
import { isUuid } from '#platform/ids.ts'
import type { Context as HonoContext } from 'hono'
import { allow } from '../allow.ts'
import { openApp } from '../app.ts'
import type { ApiEnv } from '../env.ts'
import { problem, refusalProblem } from '../problem.ts'

/** What a member does with a post. Asked twice, it is done once; the answer is how the counts stand. */
export const posts = openApp()

posts.put('/:post/reactions/:kind', allow('take.part'), (c) => change(c, react))
posts.delete('/:post/reactions/:kind', allow('take.part'), (c) => change(c, unreact))

async function change(c: HonoContext<ApiEnv>, act: typeof react): Promise<Response> {
  const { ctx, actor, shop } = c.var
  const [postId, kind] = [c.req.param('post'), c.req.param('kind') as Reaction]
  if (!isUuid(postId) || !REACTIONS.includes(kind)) return problem(c, 404, 'not_found')
  const outcome = await act(ctx, actor, { postId, kind })
  if (!outcome.ok) return refusalProblem(c, outcome)
  await settle(ctx, shop.id)
  const none = { likes: 0, reposts: 0, saves: 0, comments: 0, shares: 0 }
  return c.json((await readCounts(ctx, shop.id, [postId])).get(postId) ?? none)
}

/** A member's own link to the post, whose visits are counted for them. */
posts.post('/:post/share', allow('take.part'), async (c) => {
  const { ctx, actor } = c.var
  const postId = c.req.param('post')
  if (!isUuid(postId)) return problem(c, 404, 'not_found')
  const path = await shareLinkFor(ctx, actor, { postId })
  if (!path) return problem(c, 404, 'post_not_found')
  const origin = `${protocolOf(ctx.config, c.req.raw.headers)}://${c.req.header('host')}`
  return c.json({ link: `${origin}${path}` })
})
