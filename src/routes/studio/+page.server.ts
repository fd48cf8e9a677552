import { redirect } from '@sveltejs/kit'
import { pathIn } from '#domain/shops/index.ts'
import { studioPlaces } from '#ui/studio-places.ts'
import type { PageServerLoad } from './$types'

/** The studio's door leads to the first room that is open to whoever comes. */
export const load: PageServerLoad = async ({ locals: { locale, shop }, parent }) => {
  const { open } = await parent()
  const room = studioPlaces.flat().find(({ path }) => open.includes(path))
  redirect(303, pathIn(locale, shop, room?.path ?? '/'))
}
