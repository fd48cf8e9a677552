import { fits } from './records.ts'
import type { CsvRecord } from './records.ts'

export type RowReader = {
  take(record: CsvRecord): Generator<CsvRecord>
  finish(): Generator<CsvRecord>
}

/**
 * Passes on the rows that have as many cells as the header, and faults for the others; blank rows vanish. After a
 * derailment, lines are debris until one fits again, and the whole stretch is reported as one fault.
 */
export function createRowReader(width: number): RowReader {
  let derailed = false
  let debris: { first: CsvRecord; last: number } | undefined

  function* backOnTrack(): Generator<CsvRecord> {
    if (debris) yield { ...debris.first, fault: 'lines_skipped', cells: [], until: debris.last }
    derailed = false
    debris = undefined
  }

  function* take(record: CsvRecord): Generator<CsvRecord> {
    if (!record.fault && isBlank(record.cells)) return
    const fit = !record.fault && fits(record.cells, width)
    if (derailed && !fit) {
      debris = { first: debris?.first ?? record, last: record.row }
      return
    }
    if (derailed) yield* backOnTrack()
    derailed = Boolean(record.derailed)
    yield fit || record.fault ? record : { ...record, fault: 'column_count' }
  }

  return { take, finish: backOnTrack }
}

/** Whether a row has nothing in it: a blank line, or delimiters alone. */
export function isBlank(cells: string[]): boolean {
  return cells.every((cell) => cell === '' || !cell.trim())
}
