/**
 * How long the books of a sale are kept, and whether the buyer's name and address belong to them. Dated, so that a new
 * law is a new line. Years count from the end of the calendar year of the order; a shop whose accounting year is
 * another one, or whose accountant says otherwise, sets its own. No law listed here asks for an e-mail or a telephone.
 */
type BooksLaw = { country: string; from: string; years: number; buyer: boolean; source: string }

export const BOOKS_LAW: readonly BooksLaw[] = [
  { country: 'FI', from: '2016-01-01', years: 6, buyer: true, source: 'Kirjanpitolaki 1336/1997, 2:10 §' },
  { country: 'NO', from: '2015-01-01', years: 5, buyer: true, source: 'Bokføringsloven § 13' },
  { country: 'US', from: '2000-01-01', years: 7, buyer: true, source: 'IRC § 6501; IRS Publication 583' },
  {
    country: 'SE',
    from: '2010-07-01',
    years: 7,
    buyer: true,
    source: 'Bokföringslag (1999:1078) 7 kap. 2 §'
  },
  { country: 'DK', from: '2022-07-01', years: 5, buyer: true, source: 'Bogføringsloven § 12' },
  { country: 'EE', from: '2017-01-01', years: 7, buyer: true, source: 'Raamatupidamise seadus § 12' },
  { country: 'DE', from: '2025-01-01', years: 8, buyer: true, source: 'AO § 147 (3)' },
  // Elsewhere the longest that is common in Europe: kept a little too long is mended sooner than lost.
  { country: '', from: '2000-01-01', years: 10, buyer: true, source: '' }
]

/** The law of a country on a day; of countries that are not listed, the cautious one. */
export function booksLaw(country: string, day: string): BooksLaw {
  const known = BOOKS_LAW.filter((law) => law.country === country && law.from <= day)
  return known.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? BOOKS_LAW.at(-1)!
}
