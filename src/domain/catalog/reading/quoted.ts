import type { Dialect } from './scan.ts'

/** Where a quoted cell ends: at its closing quote, in a later slab, nowhere, or at a quote that makes no sense. */
export type QuotedEnd =
  { close: number; after: number; repaired: boolean } | 'more' | 'unterminated' | 'malformed'

/**
 * Finds the quote that closes the cell opened at `open`; `after` is where the cell's text ends, past trailing blanks.
 * A quote in mid-cell that was not doubled is taken as text if the cell opens and properly closes on that same line;
 * never across lines, so that one slip cannot swallow the rows below (and reading stays linear).
 */
export function findClosingQuote(text: string, open: number, final: boolean, dialect: Dialect): QuotedEnd {
  let lineEnd = -1
  for (let from = open + 1; ;) {
    const quote = text.indexOf('"', from)
    if (lineEnd >= 0 && (quote < 0 || quote > lineEnd)) return 'malformed'
    if (quote < 0) return final ? 'unterminated' : 'more'
    if (text[quote + 1] === '"') {
      from = quote + 2
      continue
    }
    const after = endAfter(text, quote + 1, final, dialect)
    if (after === 'more') return 'more'
    if (after >= 0) return { close: quote, after, repaired: lineEnd >= 0 }
    if (lineEnd < 0) lineEnd = lineEndAt(text, open, final, dialect)
    if (lineEnd < 0) return 'more'
    from = quote + 1
  }
}

function endAfter(
  text: string,
  from: number,
  final: boolean,
  { delimiter, newline }: Dialect
): number | 'more' {
  let at = from
  while (text[at] === ' ') at++
  const next = text[at]
  if (next === undefined) return final ? at : 'more'
  if (next === delimiter || next === newline) return at
  if (next !== '\r') return -1
  if (at + 1 === text.length) return final ? at : 'more'
  return text[at + 1] === newline ? at : -1
}

function lineEndAt(text: string, from: number, final: boolean, { newline }: Dialect): number {
  const end = text.indexOf(newline, from)
  return end < 0 && final ? text.length : end
}
