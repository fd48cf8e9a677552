import type { Context } from '#context'
import { makeIds } from '#platform/ids.ts'

/** Something that happened on the square, told by the commands it would have happened by. */
export type Moment = {
  at: Date
  /** Others need it to be over: it is told by itself. */
  alone?: boolean
  tell(ctx: Context): Promise<unknown>
}

/** The product as it was at a moment: its clock stands there, and ids are made for that time. */
export const at = (ctx: Context, moment: Date): Context => ({
  ...ctx,
  clock: { now: () => new Date(moment) },
  ids: makeIds(() => moment.getTime())
})

/** Fewer than the pool has connections, so that commands which need two never starve. */
const AT_ONCE = 8

/** Tells moments in the order they happened, some at once where their transactions allow it. Stops at the first that fails. */
export async function tell(ctx: Context, moments: readonly Moment[]): Promise<void> {
  const telling = new Set<Promise<void>>()
  const failures: unknown[] = []
  const start = (moment: Moment) => {
    const told: Promise<void> = moment
      .tell(at(ctx, moment.at))
      .then(
        () => {},
        (error: unknown) => void failures.push(error)
      )
      .finally(() => telling.delete(told))
    telling.add(told)
  }
  for (const moment of moments.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    while (telling.size >= (moment.alone ? 1 : AT_ONCE)) await Promise.race(telling)
    if (failures.length) break
    start(moment)
    if (moment.alone) await Promise.all(telling)
  }
  await Promise.all(telling)
  if (failures.length) throw failures[0]
}

/** Moments passed through one of these wait for each other, even where all around them is told at once. */
export type Turns = (moment: Moment) => Moment

export function takeTurns(): Turns {
  let before: Promise<unknown> = Promise.resolve()
  return (moment) => ({
    ...moment,
    tell: (ctx) => (before = before.then(() => moment.tell(ctx)))
  })
}

/** What one person does, one thing after the other. */
export const inTurn = (steps: readonly Moment[]): Moment[] => steps.map(takeTurns())
