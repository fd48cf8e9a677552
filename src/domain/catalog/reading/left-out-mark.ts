/** How the heading of the added column ends, in every language: a file that has it was written here. */
export const LEFT_OUT_MARK = '(torilla)'

const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

export const isLeftOutHeading = (heading: string): boolean =>
  heading.trim().toLowerCase().endsWith(LEFT_OUT_MARK)

/** A cell that no spreadsheet takes for a formula; one more apostrophe, so that `plainCell` gives back what it was. */
export const guardedCell = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

/** A cell of such a file as it was before it was made safe. */
export const plainCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
