import type { RowRange } from './items.ts'
import type { CsvRecord } from './records.ts'

/** More stretches than this are told as one. */
const STRETCHES = 5_000

/** The rows of one thing, with one more row. */
export function widened(stretches: RowRange[], { row, until = row }: CsvRecord): RowRange[] {
  const last = stretches.at(-1)
  if (last && (row === last[1] + 1 || stretches.length >= STRETCHES)) last[1] = Math.max(last[1], until)
  else stretches.push([row, until])
  return stretches
}

/** First and last of them. */
export const rangeOf = (stretches: readonly RowRange[]): RowRange => [
  Math.min(...stretches.map(([first]) => first)),
  Math.max(...stretches.map(([, last]) => last))
]
