import * as m from '#messages'
import type { IconName } from './icon-name.ts'

export type Place = { path: string; icon: IconName; label: () => string }

/** The places of the square, shown when they exist: see routes/open-paths.ts. */
export const squarePlaces: readonly Place[] = [
  { path: '/', icon: 'feed', label: m.places_feed },
  { path: '/products', icon: 'tag', label: m.places_products },
  { path: '/me', icon: 'me', label: m.places_me },
  { path: '/studio', icon: 'chart', label: m.studio_label }
]

/** Whether `pathname` (without its language) is this place or within it. */
export const isWithin = (place: string, pathname: string): boolean =>
  pathname === place || (place !== '/' && pathname.startsWith(`${place}/`))
