import { sql, type RawBuilder } from 'kysely'

const DAY_MS = 86_400_000

/** Whole days of the shop's own calendar, both ends included, as YYYY-MM-DD. */
export type Window = { from: string; to: string; days: number; timezone: string }

export const PRESETS = [7, 28, 90] as const
const MOST_DAYS = 400

/** What an address may ask for: a number of days that end today, or two dates. */
export type WindowInput = { days?: string | null; from?: string | null; to?: string | null }

/** The window an address asks for; anything that is none gives the last seven days. */
export function windowOf(now: Date, timezone: string, input: WindowInput = {}): Window {
  const today = dayIn(timezone, now)
  const { from, to } = input
  if (isDay(from) && isDay(to) && from <= to) {
    const end = to > today ? today : to
    const days = Math.min(MOST_DAYS, daysBetween(from, end) + 1)
    if (days > 0) return { from: addDays(end, 1 - days), to: end, days, timezone }
  }
  const days = PRESETS.find((preset) => String(preset) === input.days) ?? 7
  return { from: addDays(today, 1 - days), to: today, days, timezone }
}

/** The window of the same length just before: what figures are compared with. */
export const windowBefore = ({ from, days, timezone }: Window): Window => ({
  from: addDays(from, -days),
  to: addDays(from, -1),
  days,
  timezone
})

/** Each day of the window, oldest first. */
export const daysOf = ({ from, days }: Window): string[] =>
  Array.from({ length: days }, (_, i) => addDays(from, i))

/** The calendar day at a place. */
export const dayIn = (timezone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' }).format(at)

/** Noon of a day, UTC: for writing its date. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`)

const isDay = (text: string | null | undefined): text is string =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(Date.parse(text!)) && addDays(text!, 0) === text

const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10)

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** The moment a day begins at the place; the database knows when its clocks change. */
export const startOf = (day: string, timezone: string): RawBuilder<Date> =>
  sql<Date>`(${day}::date::timestamp at time zone ${timezone})`

/** A condition: this column's moment lies in the window. */
export const within = (column: RawBuilder<unknown>, { from, to, timezone }: Window): RawBuilder<boolean> =>
  sql<boolean>`${column} >= ${startOf(from, timezone)} and ${column} < ${startOf(addDays(to, 1), timezone)}`
