import type { AmountParser } from './amount.ts'
import type { Field } from './columns.ts'
import type { Header } from './header.ts'
import type { NoticeCode, ProblemCode, ReadNotice, ReadProblem } from './items.ts'
import type { Limits } from './limits.ts'
import type { CsvRecord } from './records.ts'

/** What every row is read against. */
export type Sheet = { header: Header; limits: Limits; parseAmount: AmountParser; namesHandles?: boolean }

/** Where in the file a remark belongs, and what it would add. */
export type Spot = { row: CsvRecord; field?: Field; detail?: string | number }

/** Collects what is to be told about one product. */
export type Remarks = {
  problem(code: ProblemCode, spot: Spot): void
  notice(code: NoticeCode, spot: Spot): void
}

const RAW_LENGTH = 200

/** The trimmed content of a row's cell; an empty string when the file has no such column. */
export function cellOf(sheet: Sheet, row: CsvRecord, field: Field): string {
  const index = sheet.header.columns[field]
  return index === undefined ? '' : (row.cells[index] ?? '').trim()
}

/** A cell's text, if there is any and it is not too long. */
export function textOf(sheet: Sheet, row: CsvRecord, field: Field, longest: number, remarks: Remarks) {
  const text = cellOf(sheet, row, field)
  if (text.length > longest) remarks.problem('too_long', { row, field, detail: longest })
  return text || undefined
}

export function problemAt(sheet: Sheet, code: ProblemCode, spot: Spot): ReadProblem {
  return { kind: 'problem', code, ...described(sheet, spot) }
}

export function noticeAt(sheet: Sheet, code: NoticeCode, spot: Spot): ReadNotice {
  return { kind: 'notice', code, ...described(sheet, spot) }
}

function described(sheet: Sheet, { row, field, detail }: Spot) {
  const index = field && sheet.header.columns[field]
  return {
    row: row.row,
    column: index === undefined ? undefined : sheet.header.headings[index] || undefined,
    detail: detail === undefined ? undefined : String(detail),
    raw: field ? copy(cellOf(sheet, row, field).slice(0, RAW_LENGTH)) || undefined : row.raw
  }
}

/** A text of its own: a slice would keep its whole slab of the file alive for as long as it is remembered. */
export function copy(text: string): string {
  return Buffer.from(text).toString()
}
