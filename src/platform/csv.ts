/** Tells spreadsheets that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff'

type Cell = string | number | null | undefined

/** A quoted cell; text that begins like a formula gets an apostrophe before it (OWASP, CSV injection). */
export function csvCell(value: Cell): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** A line of a CSV file (RFC 4180). Null is an empty cell. */
export const csvLine = (cells: readonly Cell[], delimiter = ','): string =>
  `${cells.map(csvCell).join(delimiter)}\r\n`
