/** Numbers and dates as a reader writes them. English here is the international kind: day before month, 24 hours. */

const tag = (locale: string): string => (locale === 'en' ? 'en-GB' : locale)

function cached<F, O>(make: (locale: string, options: O) => F): (locale: string, options: O) => F {
  const known = new Map<string, F>()
  return (locale, options) => {
    const key = locale + JSON.stringify(options)
    let format = known.get(key)
    if (!format) known.set(key, (format = make(tag(locale), options)))
    return format
  }
}

const numbers = cached((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
const dates = cached(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
)
const relatives = cached(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options)
)
const lists = cached((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options))

export const formatNumber = (n: number, locale: string): string => numbers(locale, {}).format(n)

/** Counts under a post: exact until ten thousand, then 12.3k, 12,3 t., 12,3k. */
export const formatCompact = (n: number, locale: string): string =>
  n < 10_000
    ? formatNumber(n, locale)
    : numbers(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(n)

/** `share` is 0…1; small shares keep one decimal. */
export const formatPercent = (share: number, locale: string): string =>
  numbers(locale, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share)

/** A file's size in decimal units: 840 kB, 12.4 MB. */
export function formatBytes(bytes: number, locale: string): string {
  const [unit, size] = bytes < 1e6 ? ['kilobyte', 1e3] : bytes < 1e9 ? ['megabyte', 1e6] : ['gigabyte', 1e9]
  const options = { style: 'unit', unit, maximumFractionDigits: bytes < 1e6 ? 0 : 1 } as const
  return numbers(locale, options as Intl.NumberFormatOptions).format(bytes / (size as number))
}

const STYLES = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  dayOfYear: { day: 'numeric', month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  datetime: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof STYLES

/** A moment in the shop's own time zone. */
export const formatDate = (at: Date, locale: string, timezone: string, style: DateStyle = 'date'): string =>
  dates(locale, { ...STYLES[style], timeZone: timezone }).format(at)

/** A day in few letters: "15 Jul", and of another year than now "15 Jul 2025". */
export function formatDay(at: Date, now: Date, locale: string, timezone: string): string {
  const year = (moment: Date) => formatDate(moment, 'en', timezone, 'year')
  return formatDate(at, locale, timezone, year(at) === year(now) ? 'day' : 'dayOfYear')
}

const STEPS = [
  [60, 'second', 1],
  [3_600, 'minute', 60],
  [86_400, 'hour', 3_600],
  [7 * 86_400, 'day', 86_400]
] as const

/** How far away a moment is, in the largest unit that fits; undefined when it is a week or more. */
export function distance(
  at: Date,
  now: Date
): { count: number; unit: 'second' | 'minute' | 'hour' | 'day' } | undefined {
  const seconds = (at.getTime() - now.getTime()) / 1000
  const step = STEPS.find(([limit]) => Math.abs(seconds) < limit)
  if (!step) return undefined
  return { count: step[1] === 'second' ? 0 : Math.trunc(seconds / step[2]), unit: step[1] }
}

/** "2 min ago", "tomorrow"; undefined when it is a week or more away and a date says it better. */
export function formatRelative(at: Date, now: Date, locale: string): string | undefined {
  const near = distance(at, now)
  return near && relatives(locale, { numeric: 'auto', style: 'short' }).format(near.count, near.unit)
}

/** "red, blue and green". */
export const formatList = (items: string[], locale: string): string =>
  lists(locale, { type: 'conjunction' }).format(items)
