import type { Window } from '#domain/metrics/index.ts'

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** The window's days as a reader writes them: 13–19 July 2026. */
export const rangeText = ({ from, to }: Window, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC'
  }).formatRange(noon(from), noon(to))

/** The city that names a time zone. */
export const cityOf = (timezone: string): string => timezone.split('/').at(-1)!.replaceAll('_', ' ')

/** The part of an address that asks for this window again. */
export function windowQuery({ from, to, days }: Window, endsToday: boolean): string {
  if (endsToday && [7, 28, 90].includes(days)) return days === 7 ? '' : `days=${days}`
  return `from=${from}&to=${to}`
}
