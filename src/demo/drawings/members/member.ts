/** A made-up member of the demo market: a name, a handle and a face. */
import { avatar } from '../people/bust.ts'
import type { Look } from '../people/look.ts'

export type DemoPerson = {
  readonly name: string
  readonly handle: string
  readonly look: Look
  readonly avatar: () => string
}

/** A member's name, look and the colour behind them. */
export type Sitter = readonly [name: string, look: Look, bg: string]

/** Makes members of sitters, each by handle. */
export const sit = (sitters: Readonly<Record<string, Sitter>>): DemoPerson[] =>
  Object.entries(sitters).map(([handle, [name, look, bg]]) => ({
    handle,
    name,
    look,
    avatar: () => avatar(look, bg)
  }))
