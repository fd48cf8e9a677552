import type { Field } from './columns.ts'
import type { DraftVariant } from './draft.ts'
import { imageUrlOf } from './images.ts'
import { TEXT_LIMITS } from './limits.ts'
import { integerOf, gramsOf } from './quantities.ts'
import type { CsvRecord } from './records.ts'
import { cellOf, textOf } from './sheet.ts'
import type { Remarks, Sheet } from './sheet.ts'
import { parseYesNo } from './yes-no.ts'

const SIGNS_OF_A_VARIANT: Field[] = [
  'optionValue1',
  'optionValue2',
  'optionValue3',
  'price',
  'sku',
  'barcode'
]

/** Whether a row describes a variant; otherwise it only adds a picture or words to its product. */
export function isVariantRow(sheet: Sheet, row: CsvRecord): boolean {
  return SIGNS_OF_A_VARIANT.some((field) => cellOf(sheet, row, field))
}

/** A variant without its option values, which only the whole product can settle; what is wrong goes to `remarks`. */
export function readVariant(
  sheet: Sheet,
  row: CsvRecord,
  remarks: Remarks
): Omit<DraftVariant, 'optionValues'> {
  const price = amountOf(sheet, row, 'price', remarks)
  if (!cellOf(sheet, row, 'price')) remarks.problem('missing_price', { row, field: 'price' })
  const compareAt = amountOf(sheet, row, 'compareAt', remarks)
  const quantity = integerOf(sheet, row, 'quantity', remarks)
  return {
    sku: withoutApostrophe(textOf(sheet, row, 'sku', TEXT_LIMITS.sku, remarks)),
    barcode: barcodeOf(sheet, row, remarks),
    priceMinor: price ?? 0,
    compareAtMinor: compareAt !== undefined && compareAt > (price ?? 0) ? compareAt : undefined,
    costMinor: amountOf(sheet, row, 'cost', remarks),
    grams: gramsOf(sheet, row, remarks),
    inventoryQuantity: quantity,
    tracked: sheet.header.columns.tracker === undefined ? quantity !== undefined : isTracked(sheet, row),
    continueSelling: answerOf(sheet, row, 'continueSelling', false, remarks),
    requiresShipping: answerOf(sheet, row, 'requiresShipping', true, remarks),
    taxable: answerOf(sheet, row, 'taxable', true, remarks),
    imageUrl: imageUrlOf(sheet, row, 'variantImage', remarks)
  }
}

/** The tracker names an inventory system (`shopify`); a plain no means none. */
function isTracked(sheet: Sheet, row: CsvRecord): boolean {
  const tracker = cellOf(sheet, row, 'tracker')
  return tracker !== '' && parseYesNo(tracker) !== false
}

function amountOf(sheet: Sheet, row: CsvRecord, field: Field, remarks: Remarks): number | undefined {
  const text = cellOf(sheet, row, field)
  if (!text) return undefined
  const amount = sheet.parseAmount(text)
  if (typeof amount === 'number') return amount
  remarks.problem(amount, { row, field })
  return undefined
}

function answerOf(sheet: Sheet, row: CsvRecord, field: Field, otherwise: boolean, remarks: Remarks): boolean {
  const text = cellOf(sheet, row, field)
  if (!text) return otherwise
  const answer = parseYesNo(text)
  if (answer === undefined) remarks.problem('bad_boolean', { row, field })
  return answer ?? otherwise
}

/** Excel turns long digits into 1.23457E+11, and then nobody knows them any more. */
function barcodeOf(sheet: Sheet, row: CsvRecord, remarks: Remarks): string | undefined {
  const barcode = withoutApostrophe(textOf(sheet, row, 'barcode', TEXT_LIMITS.barcode, remarks))
  if (!barcode || !/^\d[.,]?\d*E\+\d+$/i.test(barcode)) return barcode
  remarks.notice('barcode_damaged', { row, field: 'barcode' })
  return undefined
}

/** Exports put an apostrophe before digits so that spreadsheets leave them alone. */
function withoutApostrophe(text: string | undefined): string | undefined {
  return text?.replace(/^'(?=.)/, '')
}
