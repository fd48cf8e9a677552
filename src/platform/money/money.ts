/** `amount` counts minor units (cents, øre; yen have none). */
export type Money = { amount: number; currency: string }

const exponents = new Map<string, number>()
const formats = new Map<string, Intl.NumberFormat>()

/** How many decimals a currency has, by ISO 4217 as Intl knows it: EUR 2, JPY 0. */
export function exponentOf(currency: string): number {
  let exponent = exponents.get(currency)
  if (exponent === undefined) {
    exponent =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2
    exponents.set(currency, exponent)
  }
  return exponent
}

function formatOf(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    formats.set(key, format)
  }
  return format
}

const LIMIT = 5_000

/** The same prices come again and again: what was written once is kept, until there are very many. */
function kept<T>(known: Map<string, T>, { amount, currency }: Money, locale: string, write: () => T): T {
  const key = `${amount} ${currency} ${locale}`
  let text = known.get(key)
  if (text === undefined) {
    if (known.size >= LIMIT) known.clear()
    known.set(key, (text = write()))
  }
  return text
}

const texts = new Map<string, string>()
const pieces = new Map<string, ReturnType<typeof cut>>()

/** The price as a reader of `locale` writes it: €34.00, 34,00 €, kr 340,00. */
export function formatMoney(money: Money, locale: string): string {
  const { amount, currency } = money
  return kept(texts, money, locale, () =>
    formatOf(locale, currency).format(amount / 10 ** exponentOf(currency))
  )
}

/** The same price in pieces, for the market card: the whole, the cents, the sign and on which side it stands. */
export const moneyParts = (money: Money, locale: string) =>
  kept(pieces, money, locale, () => cut(money, locale))

function cut({ amount, currency }: Money, locale: string) {
  const parts = formatOf(locale, currency).formatToParts(amount / 10 ** exponentOf(currency))
  const text = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const whole = parts.filter((p) => p.type === 'integer' || p.type === 'group').map((p) => p.value)
  const signFirst =
    parts.findIndex((p) => p.type === 'currency') < parts.findIndex((p) => p.type === 'integer')
  return {
    whole: text('minusSign') + whole.join(''),
    cents: text('fraction'),
    sign: text('currency'),
    signFirst
  }
}
