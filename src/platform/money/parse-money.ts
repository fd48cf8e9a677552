import { exponentOf } from './money.ts'

/**
 * An amount as people type it, in minor units: 12, 12.5, 12,50, 1 234,50. Undefined when it is not one, is negative,
 * or has more decimals than the currency.
 */
export function parseMoney(text: string, currency: string): number | undefined {
  const exponent = exponentOf(currency)
  const match = /^(\d{1,9})(?:[.,](\d{1,4}))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''))
  if (!match) return undefined
  const fraction = match[2] ?? ''
  if (fraction.length > exponent) return undefined
  return Number(match[1]) * 10 ** exponent + Number(fraction.padEnd(exponent, '0') || 0)
}
