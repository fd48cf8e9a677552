import { BYTE_ORDER_MARK, csvLine } from '#platform/csv.ts'
import type { ReadProblem } from '#domain/catalog/index.ts'

export type ProblemColumns = {
  row: string
  handle: string
  column: string
  problem: string
  detail: string
  cell: string
}

/** `describe` puts a problem in the reader's words; `columns` are the headings, in the same language. */
export type ProblemsWording = { columns?: ProblemColumns; describe?: (problem: ReadProblem) => string }

const COLUMNS: ProblemColumns = {
  row: 'Row',
  handle: 'Handle',
  column: 'Column',
  problem: 'Problem',
  detail: 'Detail',
  cell: 'Cell'
}

/**
 * The problems as a CSV file, line by line, safe to open in a spreadsheet: UTF-8 with a mark, every text quoted, and
 * what a spreadsheet would take for a formula neutralised.
 */
export async function* writeProblemsCsv(
  problems: AsyncIterable<ReadProblem> | Iterable<ReadProblem>,
  { columns = COLUMNS, describe = ({ code }) => code }: ProblemsWording = {}
): AsyncGenerator<string, void, undefined> {
  const { row, handle, column, problem, detail, cell } = columns
  yield BYTE_ORDER_MARK + csvLine([row, handle, column, problem, detail, cell])
  for await (const found of problems) {
    yield csvLine([found.row, found.handle, found.column, describe(found), found.detail, found.raw])
  }
}
