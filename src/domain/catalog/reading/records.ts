import type { NoticeCode, RowProblemCode } from './items.ts'
import type { Limits } from './limits.ts'
import { nextLine, scanRecord } from './scan.ts'
import type { Dialect, Scanned } from './scan.ts'

/**
 * One row of the file, numbered as a spreadsheet does. With a `fault` only the first cells may be known; `derailed`
 * says the next lines may be debris, `until` where a stretch of debris ends.
 */
export type CsvRecord = {
  row: number
  until?: number
  cells: string[]
  size: number
  repaired?: boolean
  fault?: RowProblemCode
  derailed?: boolean
  raw?: string
  /** What a fault that was found in translating has to add, and what else is to be told about the row. */
  told?: string
  notices?: readonly NoticeCode[]
}

/** `expectWidth` tells the number of columns, after which a record that spans lines must have it to be believed. */
export type RecordReader = {
  expectWidth(width: number): void
  read(text: string, final: boolean): Generator<CsvRecord>
}

const RAW_LENGTH = 200
const LEADING_LENGTH = 4096

/** Cuts text into records, holding back at most one unfinished record, itself bounded by `limits.record`. */
export function createRecordReader(dialect: Dialect, limits: Limits): RecordReader {
  let rest = ''
  let row = 0
  let width = 0
  let discarding = false

  /** Only quotes can make a record span lines; if its cells then do not add up, a quote was lost: retry line by line. */
  function distrusted(text: string, start: number, scanned: Scanned): boolean {
    if (!width || scanned.fault || fits(scanned.cells, width)) return false
    return Boolean(scanned.repaired) || nextLine(text, start, dialect) < scanned.end
  }

  function record(text: string, start: number, scanned: Scanned, hasNul: boolean): CsvRecord {
    const { cells, end, repaired } = scanned
    const fault = scanned.fault ?? contentFault(cells, end - start, limits, hasNul)
    const size = end - start
    if (!fault) return { row, cells, size, repaired }
    return { row, cells, size, fault, derailed: Boolean(scanned.fault), raw: excerpt(text, start, end) }
  }

  function* read(chunk: string, final: boolean): Generator<CsvRecord> {
    const text = rest + chunk
    const hasNul = text.includes('\0')
    let start = discarding ? afterNewline(text) : 0
    while (start < text.length) {
      let scanned = scanRecord(text, start, final, dialect)
      if (!scanned && text.length - start <= limits.record) break
      row++
      scanned ??= tooLarge(text, start, dialect)
      if (distrusted(text, start, scanned)) scanned = derailed(scanned, nextLine(text, start, dialect))
      yield record(text, start, scanned, hasNul)
      discarding = scanned.fault === 'cell_too_large' && !endsLine(text, scanned.end)
      start = scanned.end
    }
    rest = text.slice(start)
  }

  function afterNewline(text: string): number {
    const end = nextLine(text, 0, dialect)
    discarding = !endsLine(text, end)
    return end
  }

  function endsLine(text: string, end: number): boolean {
    return text[end - 1] === dialect.newline
  }

  return { read, expectWidth: (columns) => void (width = columns) }
}

/** As many cells as columns; blank ones beyond them do no harm. */
export function fits(cells: string[], width: number): boolean {
  if (cells.length === width) return true
  return cells.length > width && cells.slice(width).every((cell) => !cell.trim())
}

function derailed({ cells, repaired }: Scanned, end: number): Scanned {
  return { cells, end, fault: repaired ? 'malformed_quotes' : 'column_count' }
}

/** Of a record without end, the cells before the endless one: they may name its product. */
function tooLarge(text: string, start: number, dialect: Dialect): Scanned {
  const known = scanRecord(text.slice(start, start + LEADING_LENGTH), 0, true, dialect)
  const cells = known?.fault ? known.cells : known?.cells.slice(0, -1)
  return { cells: cells ?? [], end: nextLine(text, start, dialect), fault: 'cell_too_large' }
}

function contentFault(
  cells: string[],
  size: number,
  limits: Limits,
  hasNul: boolean
): RowProblemCode | undefined {
  if (size > limits.record) return 'cell_too_large'
  if (size > limits.cell && cells.some((cell) => cell.length > limits.cell)) return 'cell_too_large'
  return hasNul && cells.some((cell) => cell.includes('\0')) ? 'nul_character' : undefined
}

/** A real copy: a slice would keep the whole slab alive for as long as the problem is remembered. */
function excerpt(text: string, start: number, end: number): string {
  return Buffer.from(text.slice(start, Math.min(end, start + RAW_LENGTH)).trimEnd()).toString()
}
