import type { ReadProblem } from './items.ts'

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

const BYTE_ORDER_MARK = '\ufeff'

/**
 * The problems as a CSV file, line by line, safe to open in a spreadsheet: UTF-8 with a mark, every text quoted, and
 * what a spreadsheet would take for a formula neutralised.
 */
export async function* writeProblemsCsv(
  problems: AsyncIterable<ReadProblem> | Iterable<ReadProblem>,
  { columns = COLUMNS, describe = ({ code }) => code }: ProblemsWording = {}
): AsyncGenerator<string, void, undefined> {
  const { row, handle, column, problem, detail, cell } = columns
  yield BYTE_ORDER_MARK + line([row, handle, column, problem, detail, cell])
  for await (const found of problems) {
    yield line([found.row, found.handle, found.column, describe(found), found.detail, found.raw])
  }
}

/** A quoted cell; text that begins like a formula gets an apostrophe before it (OWASP, CSV injection). */
export function csvCell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

function line(cells: (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
