import { findClosingQuote } from './quoted.ts'

export type Dialect = { delimiter: string; newline: '\n' | '\r' }

export type ScanFault = 'malformed_quotes' | 'unterminated_quote' | 'cell_too_large' | 'column_count'

/** `end` is where the next record begins; after a fault, the next line, and `cells` holds those before the fault. */
export type Scanned = { cells: string[]; end: number; fault?: ScanFault; repaired?: boolean }

const FAULTS = { unterminated: 'unterminated_quote', malformed: 'malformed_quotes' } as const
const QUOTE = 34
const CARRIAGE_RETURN = 13

/**
 * Reads the record that begins at `start`, or returns nothing when the text ends before it does.
 * RFC 4180 with the liberties spreadsheets take: quotes inside unquoted cells are text, lines may end in CR or LF.
 */
export function scanRecord(
  text: string,
  start: number,
  final: boolean,
  dialect: Dialect
): Scanned | undefined {
  const found = text.indexOf(dialect.newline, start)
  if (found < 0 && !final) return undefined
  const lineEnd = found < 0 ? text.length : found
  const line = text.slice(start, beforeReturn(text, start, lineEnd))
  if (!line.includes('"')) return { cells: line.split(dialect.delimiter), end: lineEnd + 1 }
  return scanQuotedRecord(text, start, final, dialect)
}

function scanQuotedRecord(
  text: string,
  start: number,
  final: boolean,
  dialect: Dialect
): Scanned | undefined {
  const cells: string[] = []
  let repaired = false
  for (let at = start; ; at++) {
    let end: number
    if (text.charCodeAt(at) === QUOTE) {
      const quoted = findClosingQuote(text, at, final, dialect)
      if (quoted === 'more') return undefined
      if (typeof quoted === 'string')
        return { cells, end: nextLine(text, start, dialect), fault: FAULTS[quoted] }
      cells.push(unescaped(text.slice(at + 1, quoted.close)))
      repaired ||= quoted.repaired
      end = quoted.after
      if (text.charCodeAt(end) === CARRIAGE_RETURN && dialect.newline !== '\r') end++
    } else {
      end = plainEnd(text, at, dialect)
      if (end === text.length && !final) return undefined
      cells.push(text.slice(at, text[end] === dialect.delimiter ? end : beforeReturn(text, at, end)))
    }
    if (text[end] !== dialect.delimiter) return { cells, end: end + 1, repaired }
    at = end
  }
}

function plainEnd(text: string, from: number, dialect: Dialect): number {
  const delimiter = dialect.delimiter.charCodeAt(0)
  const newline = dialect.newline.charCodeAt(0)
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === delimiter || code === newline) break
  }
  return at
}

function beforeReturn(text: string, start: number, end: number): number {
  return end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end
}

function unescaped(content: string): string {
  return content.includes('"') ? content.replaceAll('""', '"') : content
}

/** Where the line after the one at `from` begins. */
export function nextLine(text: string, from: number, dialect: Dialect): number {
  const end = text.indexOf(dialect.newline, from)
  return end < 0 ? text.length : end + 1
}
