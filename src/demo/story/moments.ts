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

/** What is told at once lies at most so far apart: numbers that are given out in turn then follow the time. */
const APART_MS = 45 * 60_000

/** Tells moments in the order they happened, some at once where their transactions allow it. Stops at the first that fails. */
export async function tell(ctx: Context, moments: readonly Moment[]): Promise<void> {
  const telling = new Map<Promise<void>, number>()
  const failures: unknown[] = []
  const start = (moment: Moment) => {
    const told: Promise<void> = moment
      .tell(at(ctx, moment.at))
      .then(
        () => {},
        (error: unknown) => void failures.push(error)
      )
      .finally(() => telling.delete(told))
    telling.set(told, moment.at.getTime())
  }
  const mustWait = ({ alone, at: time }: Moment) => {
    const [earliest = Infinity] = telling.values()
    return telling.size >= (alone ? 1 : AT_ONCE) || time.getTime() - earliest > APART_MS
  }
  for (const moment of moments.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    while (mustWait(moment)) await Promise.race(telling.keys())
    if (failures.length) break
    start(moment)
    if (moment.alone) await Promise.all(telling.keys())
  }
  await Promise.all(telling.keys())
  if (failures.length) throw failures[0]
}

/** What one person does, one thing after the other, even where the moments around it overlap. Given in order of time. */
export function inTurn(steps: readonly Moment[]): Moment[] {
  let before: Promise<unknown> = Promise.resolve()
  return steps.map((step) => ({
    ...step,
    tell: (ctx) => (before = before.then(() => step.tell(ctx)))
  }))
}
