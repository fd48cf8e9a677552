import * as m from '#messages'
import type { IconName } from './icon-name.ts'
import { studioPlaces } from './studio-places.ts'

export type Command = { path: string; icon: IconName; label: string }

const actions: readonly { path: string; icon: IconName; label: () => string }[] = [
  { path: '/studio/products/new', icon: 'plus', label: m.studio_do_add_product },
  { path: '/studio/imports', icon: 'upload', label: m.studio_do_import },
  { path: '/', icon: 'feed', label: m.studio_see_square },
  { path: '/me', icon: 'me', label: m.places_me }
]

/** Everything the palette can do for someone to whom the paths in `open` are open: rooms first, then actions. */
export const commands = (open: readonly string[]): Command[] =>
  [...studioPlaces.flat(), ...actions]
    .filter(({ path }) => open.includes(path))
    .map(({ path, icon, label }) => ({ path, icon, label: label() }))

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The commands whose name has every word typed, at the beginning of a word; accents may be left out. */
export function matching(all: readonly Command[], wanted: string): Command[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean)
  return all.filter(({ label }) => words.every((word) => ` ${plain(label)}`.includes(` ${word}`)))
}
