/** Where a shop may stand: its usual currency, its capital's time, and the language we would greet it in. */
const TABLE = `
FI EUR Europe/Helsinki fi|NO NOK Europe/Oslo nb|SE SEK Europe/Stockholm en|DK DKK Europe/Copenhagen en
IS ISK Atlantic/Reykjavik en|EE EUR Europe/Tallinn en|LV EUR Europe/Riga en|LT EUR Europe/Vilnius en
DE EUR Europe/Berlin en|AT EUR Europe/Vienna en|NL EUR Europe/Amsterdam en|BE EUR Europe/Brussels en
LU EUR Europe/Luxembourg en|FR EUR Europe/Paris en|ES EUR Europe/Madrid en|PT EUR Europe/Lisbon en
IT EUR Europe/Rome en|MT EUR Europe/Malta en|GR EUR Europe/Athens en|CY EUR Asia/Nicosia en
IE EUR Europe/Dublin en|PL PLN Europe/Warsaw en|CZ CZK Europe/Prague en|SK EUR Europe/Bratislava en
HU HUF Europe/Budapest en|SI EUR Europe/Ljubljana en|HR EUR Europe/Zagreb en|RO RON Europe/Bucharest en
BG EUR Europe/Sofia en|CH CHF Europe/Zurich en|GB GBP Europe/London en|US USD America/New_York en
CA CAD America/Toronto en|AU AUD Australia/Sydney en|NZ NZD Pacific/Auckland en|JP JPY Asia/Tokyo en`

export type Country = { code: string; currency: string; timezone: string; locale: string }

export const COUNTRIES: readonly Country[] = TABLE.trim()
  .split(/[|\n]/)
  .map((row) => {
    const [code = '', currency = '', timezone = '', locale = ''] = row.split(' ')
    return { code, currency, timezone, locale }
  })

export const COUNTRY_CODES = COUNTRIES.map(({ code }) => code)
export const CURRENCIES = [...new Set(COUNTRIES.map(({ currency }) => currency))].sort()

/** Every time zone there is, by its tz database name. */
export const timezones = (): string[] => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort()

const BY_LANGUAGE: Record<string, string> = {
  fi: 'FI',
  nb: 'NO',
  nn: 'NO',
  no: 'NO',
  sv: 'SE',
  da: 'DK',
  et: 'EE'
}

/** A first guess at a shop's place, from what the browser says it reads: fi-FI, then en. Finland if it says nothing. */
export function guessCountry(acceptLanguage: string): Country {
  for (const range of acceptLanguage.split(',')) {
    const [language = '', ...rest] = (range.split(';')[0] ?? '').trim().split('-')
    const region = rest.find((part) => /^[a-z]{2}$/i.test(part))?.toUpperCase()
    const code = region ?? BY_LANGUAGE[language.toLowerCase()]
    const country = COUNTRIES.find((known) => known.code === code)
    if (country) return country
  }
  return COUNTRIES[0]!
}
