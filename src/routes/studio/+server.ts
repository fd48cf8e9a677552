import { redirect } from '@sveltejs/kit'
import { pathIn } from '#domain/shops/index.ts'
import { studioPlaces } from '#ui/studio-places.ts'
import { openPaths } from '../open-paths.ts'
import type { RequestHandler } from './$types'

/** The studio's door leads to the first room that is open to whoever comes. */
export const GET: RequestHandler = ({ locals: { actor, locale, shop } }) => {
  const open = openPaths(actor)
  const room = studioPlaces.flat().find(({ path }) => open.includes(path))
  redirect(303, pathIn(locale, shop, room?.path ?? '/'))
}
