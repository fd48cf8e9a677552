const LOCALES = ['en', 'fi', 'nb', 'sv', 'da', 'de']
const CODES = new Set(Intl.supportedValuesOf('currency'))

/** How a price in this currency may be marked, in lower case: `$`, `us$` and `usd`; `kr` and `nok`. */
export function marksOf(currency: string): Set<string> {
  const marks = new Set([currency.toLowerCase()])
  for (const locale of LOCALES) {
    for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
      const sign = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? ''
      marks.add(sign.toLowerCase().replace(/\.$/, ''))
    }
  }
  return marks
}

/** Whether a mark stands for some currency at all, such as `£`, `C$`, `kr` or `SEK`. */
export function namesMoney(mark: string): boolean {
  return /^(?:\p{L}{0,3}\p{Sc}|kr)$/iu.test(mark) || CODES.has(mark.toUpperCase())
}
