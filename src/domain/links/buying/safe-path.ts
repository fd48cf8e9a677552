import { ownPath } from '../own-path.ts'

// A path that is itself a way in would lead on again; those of /buy, /l and the like ownPath refuses.
const WAYS_IN = /^\/(checkout-link|cart\/|checkout\/?(\?|$))/

/**
 * Where a buy link asks to go on, as a path of ours in its canonical writing; undefined unless it is one, whatever tricks
 * stand in it (UCP permalink, "Destination Preference"). The value has been percent-decoded once.
 */
export function safePath(value: string): string | undefined {
  if (/[\s\p{C}\\]|:\/\//u.test(value)) return undefined
  const path = ownPath(value)
  return path === undefined || WAYS_IN.test(path) ? undefined : path
}
