type Json = { [name: string]: unknown }

const isThing = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Leaves of a thing the fields that are named, and of a list the same of each thing in it; what a list says about
 * itself stays, its `next` above all. A name that is no field picks nothing.
 */
export function pickFields(answer: unknown, fields: readonly string[]): unknown {
  if (!isThing(answer)) return answer
  const lists = Object.entries(answer).filter(([, value]) => Array.isArray(value))
  if (!('next' in answer) || lists.length !== 1) return pick(answer, fields)
  const [name, things] = lists[0] as [string, unknown[]]
  return { ...answer, [name]: things.map((thing) => (isThing(thing) ? pick(thing, fields) : thing)) }
}

const pick = (thing: Json, fields: readonly string[]): Json =>
  Object.fromEntries(
    fields.filter((field) => Object.hasOwn(thing, field)).map((field) => [field, thing[field]])
  )
