import type { Outcome } from '#platform/outcome.ts'

/** The value of a command that this story never expects to be refused; throws when it is. */
export async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const result = await outcome
  if (result.ok) return result.value
  throw new Error(`The demo market was refused: ${result.refusal} ${JSON.stringify(result.detail ?? {})}`)
}
