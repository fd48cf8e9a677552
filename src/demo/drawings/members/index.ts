/** The members of the demo market, and one by their handle. */
import { finns } from './finns.ts'
import type { DemoPerson } from './member.ts'
import { newcomers } from './newcomers.ts'
import { northerners } from './northerners.ts'

export type { DemoPerson } from './member.ts'

export const demoPeople: readonly DemoPerson[] = [...finns, ...northerners, ...newcomers]

const byHandle = new Map(demoPeople.map((person) => [person.handle, person]))

/** The member with a handle; throws on one who is not there. */
export function demoPerson(handle: string): DemoPerson {
  const person = byHandle.get(handle)
  if (!person) throw new Error(`No member of the demo market is called ${handle}`)
  return person
}
