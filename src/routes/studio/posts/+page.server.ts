import { countPosts, listPosts, POST_STATES } from '#domain/posts/index.ts'
import type { PageServerLoad } from './$types'

/** The shop's posts, the last touched first; all but those taken down, or those in one state. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { ctx, shop } = locals
  const asked = url.searchParams.get('state')
  const state = POST_STATES.find((one) => one === asked) ?? null
  const [list, counts] = await Promise.all([
    listPosts(ctx, shop.id, { state, cursor: url.searchParams.get('after') }),
    countPosts(ctx, shop.id)
  ])
  return { ...list, state, counts }
}
