const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timezone: string): Intl.DateTimeFormat {
  let format = formats.get(timezone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      dateStyle: 'short',
      timeStyle: 'short'
    })
    formats.set(timezone, format)
  }
  return format
}

/** A moment as the clock on the wall shows it there, for a datetime-local field: `2026-07-14T13:00`. */
export const localOf = (at: Date, timezone: string): string => formatOf(timezone).format(at).replace(' ', 'T')

/**
 * The moment a wall clock shows this time. In the hour that summer time skips it is as long after the change as it
 * says; in the hour that comes twice it is the first. Undefined when it is no time at all.
 */
export function instantOf(local: string, timezone: string): Date | undefined {
  const [, year, month, day, hour, minute] = (LOCAL.exec(local) ?? []).map(Number)
  if (year === undefined) return undefined
  const asUtc = Date.UTC(year, month! - 1, day, hour, minute)
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== local) return undefined
  const shifts = [asUtc - DAY_MS, asUtc + DAY_MS].map((at) => shiftAt(at, timezone))
  const [before, after] = shifts.map((shift) => asUtc - shift) as [number, number]
  return new Date([before, after].find((at) => localOf(new Date(at), timezone) === local) ?? before)
}

const DAY_MS = 86_400_000

/** How far the wall clock is ahead of UTC, in milliseconds. */
const shiftAt = (at: number, timezone: string): number =>
  Date.parse(`${localOf(new Date(at), timezone)}Z`) - Math.floor(at / 60_000) * 60_000
