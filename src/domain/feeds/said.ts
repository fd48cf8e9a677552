import { exponentOf } from '#platform/money/index.ts'

/** Money as networks read it, a number with a point and the currency, in every language: 34.00 EUR. */
export function said(amount: number, currency: string): string {
  const digits = exponentOf(currency)
  return `${(amount / 10 ** digits).toFixed(digits)} ${currency}`
}
