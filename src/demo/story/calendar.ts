import type { Chance } from './chance.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How busy the square is, by hour of the local day and by weekday from Sunday. */
const HOURS = [3, 2, 1, 1, 1, 2, 5, 9, 11, 10, 9, 10, 12, 11, 9, 9, 10, 12, 12, 13, 17, 19, 14, 7]
const WEEKDAYS = [1.15, 0.85, 0.9, 0.95, 1.05, 1.2, 1.35]
const HOURS_TOTAL = HOURS.reduce((sum, weight) => sum + weight, 0)

/** The market's own calendar: it ends now, and counts days back by the shop's clock on the wall. */
export type Calendar = {
  now: Date
  /** The day so many days ago (negative: to come) at a local time like '17:05'. */
  at(daysAgo: number, time: string): Date
  /** How busy that day is, beside an ordinary day's 1. */
  busyness(daysAgo: number): number
  /** Some moment of that day, as likely as people are up; it may lie ahead when the day is today. */
  moment(daysAgo: number, chance: Chance): Date
}

export function openCalendar(now: Date, timezone: string): Calendar {
  const today = Math.floor((now.getTime() + offsetOf(now, timezone)) / DAY)
  const midnights = new Map<number, Date>()
  const midnight = (daysAgo: number): Date => {
    const local = (today - daysAgo) * DAY
    const known = midnights.get(daysAgo) ?? new Date(local - offsetOf(new Date(local), timezone))
    midnights.set(daysAgo, known)
    return known
  }
  return {
    now,
    at(daysAgo, time) {
      const [hours = 0, minutes = 0] = time.split(':').map(Number)
      return new Date(midnight(daysAgo).getTime() + hours * HOUR + minutes * MINUTE)
    },
    busyness: (daysAgo) => WEEKDAYS[new Date((today - daysAgo) * DAY).getUTCDay()]!,
    moment(daysAgo, chance) {
      const hour = chance.weighted([...HOURS.keys()], (h) => HOURS[h]! / HOURS_TOTAL)
      return new Date(midnight(daysAgo).getTime() + (hour + chance.next()) * HOUR)
    }
  }
}

/** How far the wall's clock is ahead of UTC at this moment, in milliseconds. */
function offsetOf(at: Date, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' })
  const name = parts.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE) : 0
}

/** A moment some minutes after another. */
export const after = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * MINUTE)
