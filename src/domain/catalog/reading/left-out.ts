import { BYTE_ORDER_MARK, csvLine } from '#platform/csv.ts'

/** How the heading of the added column ends, in every language: a file that has it was written here. */
export const LEFT_OUT_MARK = '(torilla)'

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * The rows of a product file that were left out, as lines of a file to mend and bring in again: the reason first, then
 * the file's own columns between its own delimiters. What a spreadsheet would take for a formula has an apostrophe
 * before it; `plainCell` takes it away again when the file comes back.
 */
export function leftOutLine(reason: string, cells: readonly string[], delimiter: string): string {
  const guarded = cells.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell))
  return csvLine([reason, ...guarded], delimiter)
}

export const leftOutHeading = (column: string, headings: readonly string[], delimiter: string): string =>
  BYTE_ORDER_MARK + leftOutLine(`${column} ${LEFT_OUT_MARK}`, headings, delimiter)

export const isLeftOutHeading = (heading: string): boolean =>
  heading.trim().toLowerCase().endsWith(LEFT_OUT_MARK)

/** A cell of such a file as it was before it was made safe. */
export const plainCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
