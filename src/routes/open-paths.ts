import { can, type Actor } from '#domain/accounts/index.ts'
import { access } from './access.ts'

const paths = Object.entries(access).map(([route, { page }]) => ({
  path: route.replaceAll(/\/\([^)]+\)/g, '') || '/',
  page
}))

/**
 * The paths without parameters that this actor may open, so that no menu names a room that does not exist. Someone
 * who has not signed in is shown a member's places too: they lead to signing in.
 */
export function openPaths(actor: Actor): string[] {
  const invited = (permission: (typeof paths)[number]['page']) =>
    can(actor, permission) || (actor.role === 'guest' && permission === 'own.account')
  return paths.filter(({ path, page }) => !path.includes('[') && invited(page)).map(({ path }) => path)
}
