import { isbot } from 'isbot'
import type { DropReason, Interaction, Reporter } from './interaction.ts'

type Step<T> = (value: T, now: number) => DropReason | undefined

const HOUR_MS = 3_600_000
const OLDEST_MS = 24 * HOUR_MS
const AHEAD_MS = 60_000

const dropStaff: Step<Reporter> = (reporter) => (reporter.staff ? 'staff' : undefined)
const dropNobody: Step<Reporter> = (reporter) => (reporter.actor ? undefined : 'nobody')
const dropBots: Step<Reporter> = (reporter) =>
  !reporter.userAgent || isbot(reporter.userAgent) ? 'bot' : undefined

/** A page may report a day late (a phone was offline), and its clock may be a minute ahead. */
const dropStale: Step<Interaction> = ({ at }, now) => {
  const age = now - at
  return age > OLDEST_MS || age < -AHEAD_MS ? 'stale' : undefined
}

/** What is asked of the one who reports, in this order; the first reason drops everything they report. */
export const reporterSteps: readonly Step<Reporter>[] = [dropBots, dropStaff, dropNobody]

/** What is asked of each interaction. Whether its subject exists and whether it is a repeat, the database says. */
export const interactionSteps: readonly Step<Interaction>[] = [dropStale]

export function firstReason<T>(steps: readonly Step<T>[], value: T, now: number): DropReason | undefined {
  for (const step of steps) {
    const reason = step(value, now)
    if (reason) return reason
  }
  return undefined
}

/** A view counts once per visitor and day, a tap once per visitor, place and hour: a reload is not interest. */
export function dedupeKey({ kind, id, to, postId, at }: Interaction, actor: string): string {
  const hour = Math.floor(at / HOUR_MS)
  if (kind === 'click') return `c:${to}:${id}:${postId ?? ''}:${actor}:${hour}`
  if (kind === 'share') return `h:${id}:${actor}:${hour}`
  return `${kind === 'view' ? 'v' : 'p'}:${id}:${actor}:${Math.floor(hour / 24)}`
}

/** A link counts once per visitor and hour. */
export const linkDedupeKey = (code: string, actor: string, at: number): string =>
  `l:${code}:${actor}:${Math.floor(at / HOUR_MS)}`
