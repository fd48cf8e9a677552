const NAME = /^scheduled-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar$/
const DAY_MS = 86_400_000

/** A scheduled backup's name, sorted as it was made. Backups made by hand are named otherwise, and never go by themselves. */
export const nameAt = (at: Date): string =>
  `scheduled-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z.tar`

export const isLeftOver = (name: string): boolean => /^\.scheduled-.*\.tar\.part$/.test(name)

/**
 * Which scheduled backups are no longer needed: of each of the latest `keepDays` days that have one the last is kept,
 * and of each of the latest `keepWeeks` weeks. Days without a backup count for nothing, so a machine that stood still
 * loses none.
 */
export function toRemove(names: readonly string[], keep: { keepDays: number; keepWeeks: number }): string[] {
  const newestFirst = names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
  const kept = new Set([
    ...lastOfEach(newestFirst, dayOf, keep.keepDays),
    ...lastOfEach(newestFirst, weekOf, keep.keepWeeks)
  ])
  return newestFirst.filter((name) => !kept.has(name))
}

function lastOfEach(
  newestFirst: string[],
  spanOf: (name: string) => string | number,
  spans: number
): string[] {
  const last = new Map<string | number, string>()
  for (const name of newestFirst) if (!last.has(spanOf(name))) last.set(spanOf(name), name)
  return [...last.values()].slice(0, spans)
}

const dayOf = (name: string): string => NAME.exec(name)![1]!

/** Weeks begin on Monday; day 0 of the epoch was a Thursday. */
const weekOf = (name: string): number => Math.floor((Date.parse(dayOf(name)) / DAY_MS + 3) / 7)
