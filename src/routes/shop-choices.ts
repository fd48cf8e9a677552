import type { Locale } from '#domain/shops/index.ts'
import { COUNTRIES, CURRENCIES, timezones } from '#platform/countries.ts'

export type Choice = { value: string; label: string }
export type ShopChoices = { countries: Choice[]; currencies: Choice[]; timezones: string[] }

/** What a shop's form offers, named and sorted in the reader's language. */
export function shopChoices(locale: Locale): ShopChoices {
  return {
    countries: named(
      locale,
      'region',
      COUNTRIES.map(({ code }) => code)
    ),
    currencies: named(locale, 'currency', CURRENCIES),
    timezones: timezones()
  }
}

function named(locale: Locale, type: 'region' | 'currency', codes: readonly string[]): Choice[] {
  const names = new Intl.DisplayNames(locale, { type })
  const choices = codes.map((value) => ({ value, label: names.of(value) ?? value }))
  return choices.sort((a, b) => a.label.localeCompare(b.label, locale))
}
