import type { Field } from '../columns.ts'
import { fold } from '../columns.ts'
import type { Header } from '../header.ts'
import type { NoticeCode, RowProblemCode } from '../items.ts'
import type { Limits } from '../limits.ts'
import type { CsvRecord } from '../records.ts'

/** The kinds of product files we know; `mapped` is whatever the owner says its columns are. */
export const FORMAT_NAMES = ['shopify', 'woocommerce', 'feed', 'medusa', 'mapped'] as const
export type FormatName = (typeof FORMAT_NAMES)[number]

/** `own`: what others may call this row's product by; `of`: the product it belongs to, where not its own. */
export type Keys = { own: readonly string[]; of?: string }

/** Makes the address of a product that the file gives none: unique within the file, `tail` sets namesakes apart. */
export type NameHandle = (base: string, tail: string) => string

export type OpenOptions = { currency: string; limits: Limits; now: Date }

/** All rows of one product, in the file's order; `head` is the row number of the one the others belong to. */
export type Gathered = { records: readonly CsvRecord[]; head: number; name: NameHandle }

/** A file of rows that stand apart, opened at its headings: how rows find together, and what they say in our words. */
export type Opened = {
  header: Header
  keysOf(record: CsvRecord): Keys
  translate(gathered: Gathered): CsvRecord[]
}

/** `open` may say which column is missing. */
export type Format = {
  name: FormatName
  /** How many headings are its own; 0 when it cannot be this format. */
  score(headings: readonly string[]): number
  open(headings: readonly string[], options: OpenOptions): Opened | { missing: string }
}

/** What a row says, field by field. */
export type Said = Partial<Record<Field, string>>

const FIELDS: readonly Field[] = [
  'handle', 'title', 'description', 'vendor', 'productType', 'category', 'tags', 'published', 'status', 'seoTitle',
  'seoDescription', 'optionName1', 'optionName2', 'optionName3', 'optionValue1', 'optionValue2', 'optionValue3', 'sku',
  'barcode', 'price', 'compareAt', 'cost', 'taxable', 'tracker', 'quantity', 'continueSelling', 'grams',
  'requiresShipping', 'imageUrl', 'imagePosition', 'imageAlt', 'variantImage'
] // prettier-ignore

const COLUMNS = Object.fromEntries(FIELDS.map((field, index) => [field, index])) as Record<Field, number>

/** The heading of translated rows; remarks name the file's own columns, as far as `named` knows them. */
export const translatedHeader = (named: Said, ignored: string[]): Header => ({
  headings: FIELDS.map((field) => named[field] ?? ''),
  columns: COLUMNS,
  ignored,
  translated: true
})

export const sayRow = (record: CsvRecord, said: Said, notices?: readonly NoticeCode[]): CsvRecord => ({
  row: record.row,
  size: record.size,
  repaired: record.repaired,
  notices,
  cells: FIELDS.map((field) => said[field] ?? '')
})

/** A further row of the same record that only adds a picture. */
export const pictureRow = (record: CsvRecord, handle: string, imageUrl: string): CsvRecord => ({
  ...sayRow(record, { handle, imageUrl }),
  size: 0,
  repaired: false
})

/** A row that cannot be taken, and refuses its product with it. */
export const faultRow = (
  record: CsvRecord,
  handle: string,
  fault: RowProblemCode | undefined = record.fault,
  told?: string
): CsvRecord => ({ ...sayRow(record, { handle }), fault, told, raw: record.raw, until: record.until })

export type Columns<Name extends string> = {
  at: Partial<Record<Name, number>>
  headings: Partial<Record<Name, string>>
  ignored: string[]
  cell(record: Pick<CsvRecord, 'cells'>, name: Name): string
}

/** Which column holds what, by folded heading; the first of a meaning counts. */
export function columnsBy<Name extends string>(
  headings: readonly string[],
  meaning: (folded: string, heading: string, index: number) => Name | undefined
): Columns<Name> {
  const at: Partial<Record<Name, number>> = {}
  const named: Partial<Record<Name, string>> = {}
  const ignored: string[] = []
  headings.forEach((heading, index) => {
    const name = meaning(fold(heading), heading, index)
    if (name !== undefined && at[name] === undefined) {
      at[name] = index
      named[name] = heading
    } else if (heading) ignored.push(heading)
  })
  const cell = ({ cells }: Pick<CsvRecord, 'cells'>, name: Name) => {
    const index = at[name]
    return index === undefined ? '' : (cells[index] ?? '').trim()
  }
  return { at, headings: named, ignored, cell }
}
