// The rows of a product file that were left out: read as they stand, and written to be mended and brought in again.
import { BYTE_ORDER_MARK, csvLine } from '#platform/csv.ts'
import { guardedCell, LEFT_OUT_MARK } from './left-out-mark.ts'

export { readRows as rows } from './read-rows.ts'
export { guardedCell as guarded } from './left-out-mark.ts'

/** A row of the file to mend: the reason first, then the file's own columns between its own delimiters. */
export const line = (reason: string, cells: readonly string[], delimiter: string): string =>
  csvLine([reason, ...cells.map(guardedCell)], delimiter)

export const heading = (column: string, headings: readonly string[], delimiter: string): string =>
  BYTE_ORDER_MARK + line(`${column} ${LEFT_OUT_MARK}`, headings, delimiter)
