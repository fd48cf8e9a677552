import { redirect } from '@sveltejs/kit'
import { startPost } from '#domain/posts/index.ts'
import { pathIn } from '#domain/shops/index.ts'
import type { PageServerLoad } from './$types'

/** Leads to a fresh draft; the one nobody has written in yet is given again, so that looking here leaves nothing behind. */
export const load: PageServerLoad = async ({ locals }) => {
  const { ctx, shop, actor, locale } = locals
  const started = await startPost(ctx, actor)
  redirect(303, pathIn(locale, shop, started.ok ? `/studio/posts/${started.value}` : '/studio/posts'))
}
