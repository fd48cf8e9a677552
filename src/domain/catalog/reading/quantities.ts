import { parseDecimal } from './decimal.ts'
import type { RowProblemCode } from './items.ts'
import type { CsvRecord } from './records.ts'
import { cellOf } from './sheet.ts'
import type { Remarks, Sheet } from './sheet.ts'

const LARGEST = 1_000_000_000

/** Pieces in stock, or a position: a whole number. Oversold stock (below zero) is read as none, with a notice. */
export function integerOf(
  sheet: Sheet,
  row: CsvRecord,
  field: 'quantity' | 'imagePosition',
  remarks: Remarks
) {
  const text = cellOf(sheet, row, field)
  if (!text) return undefined
  const number = wholeNumber(text)
  if (typeof number === 'string') remarks.problem(number, { row, field })
  else if (number >= 0) return number
  else if (field === 'quantity') {
    remarks.notice('negative_stock', { row, field })
    return 0
  } else remarks.problem('negative_number', { row, field })
  return undefined
}

/** Weight in grams, rounded to a whole one. */
export function gramsOf(sheet: Sheet, row: CsvRecord, remarks: Remarks): number | undefined {
  const text = cellOf(sheet, row, 'grams')
  if (!text) return undefined
  const grams = rounded(text)
  if (typeof grams === 'number') return grams
  remarks.problem(grams, { row, field: 'grams' })
  return undefined
}

function wholeNumber(text: string): number | RowProblemCode {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const decimal = parseDecimal(text, 0)
  if (typeof decimal === 'string' || !/^0{0,2}$/.test(decimal.fraction)) return 'bad_number'
  const number = Number(decimal.whole)
  if (number > LARGEST) return 'number_too_large'
  return decimal.negative ? -number : number
}

function rounded(text: string): number | RowProblemCode {
  const decimal = parseDecimal(text, 0)
  if (typeof decimal === 'string') return 'bad_number'
  const number = Math.round(Number(`${decimal.whole}.${decimal.fraction || '0'}`))
  if (decimal.negative && number > 0) return 'negative_number'
  return number > LARGEST ? 'number_too_large' : number
}
