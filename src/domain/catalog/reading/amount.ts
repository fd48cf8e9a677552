import { exponentOf } from '#platform/money/index.ts'
import { marksOf, namesMoney } from './currency-marks.ts'
import { parseDecimal } from './decimal.ts'
import type { RowProblemCode } from './items.ts'

/** Integer minor units, or why the cell is not an amount we can trust. */
export type AmountParser = (text: string) => number | RowProblemCode

const LONGEST = 40
const LARGEST_MINOR = 999_999_999_999

/** Makes the parser for one currency (ISO 4217 code); its own sign or code may stand beside the digits, no other may. */
export function amountParser(currency: string): AmountParser {
  const exponent = exponentOf(currency)
  const marks = marksOf(currency)
  return (text) => {
    const plain = /^(\d{1,9})(?:\.(\d+))?$/.exec(text)
    if (plain) return toMinor(plain[1] ?? '', plain[2] ?? '', exponent)
    if (text.length > LONGEST) return 'bad_amount'
    const mark = text.replace(/[\d\s.,:'’()+\-−–—]/g, '')
    if (mark && !marks.has(mark.toLowerCase())) return namesMoney(mark) ? 'currency_mismatch' : 'bad_amount'
    const digits = mark ? withoutMark(text, mark) : text
    return fromDecimal(digits.replace(/^(.*\d)[.,:][-–—]$/, '$1'), exponent)
  }
}

function fromDecimal(text: string, exponent: number): number | RowProblemCode {
  const decimal = parseDecimal(text, exponent)
  if (decimal === 'ambiguous') return 'ambiguous_amount'
  if (decimal === 'unreadable') return 'bad_amount'
  return decimal.negative ? 'negative_amount' : toMinor(decimal.whole, decimal.fraction, exponent)
}

function toMinor(whole: string, fraction: string, exponent: number): number | RowProblemCode {
  if (fraction.length > exponent) return 'too_many_decimals'
  const minor = Number(whole + fraction.padEnd(exponent, '0'))
  return minor > LARGEST_MINOR ? 'amount_too_large' : minor
}

/** The sign may stand before or behind the number, but not amid its digits; then nothing readable is left. */
function withoutMark(text: string, mark: string): string {
  const [before = '', after = '', ...more] = text.split(mark)
  if (more.length || (/\d/.test(before) && /\d/.test(after))) return ''
  return (before + after.replace(/^\./, '')).trim()
}
