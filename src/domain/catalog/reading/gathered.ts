import { sortOnDisk } from '#platform/files/index.ts'
import type { Keys } from './formats/format.ts'
import type { Collector } from './collect.ts'
import type { ReadItem } from './items.ts'
import { isLeftOutHeading } from './left-out-mark.ts'
import { leaveFile, readFile } from './read-file.ts'
import type { FileRows, Pass } from './read-file.ts'
import type { CsvRecord } from './records.ts'
import { ignoredColumns, tooManyColumns } from './refuse.ts'
import type { FileFault } from './source.ts'
import { createRowReader } from './rows.ts'
import { createSurvey } from './survey.ts'
import type { Survey } from './survey.ts'

/** `part`: the file is only the beginning of one, so that it may end anywhere. */
type Options = Pass & { part?: boolean }

/** What to make of a file with these headings: which rows belong together, and who takes them. */
export type Gathering = (
  headings: readonly string[]
) => { missing: string } | { ignored: string[]; keysOf(record: CsvRecord): Keys; collector: Collector }

/**
 * Reads a file whose rows of one product may stand far apart, in two passes: the first learns which rows belong
 * together, the second hands products on whole. Where they do stand apart the rows are sorted on the disk between, so
 * that memory holds one product and a few bytes a row, whatever the file.
 */
export async function* gathered(
  file: FileRows,
  open: Gathering,
  options: Options
): AsyncGenerator<ReadItem, void> {
  const first = await surveyed(file, open, options)
  yield* first.notices
  if (first.refusal) return void (yield first.refusal)
  const { collector, survey } = first
  const again = await readFile(options)
  try {
    if (survey.scattered()) yield* sorted(again, collector, survey, options)
    else yield* together(again, collector, survey)
  } finally {
    await leaveFile(again)
  }
}

type Surveyed = { notices: ReadItem[] } & (
  { refusal: ReadItem } | { refusal?: undefined; collector: Collector; survey: Survey }
)

/** The first pass. A file that is refused as a whole is refused here, before anything is made of it. */
async function surveyed({ rows, source }: FileRows, open: Gathering, options: Options): Promise<Surveyed> {
  const notices: ReadItem[] = []
  const heading = await rows.next()
  if (heading.done)
    return { notices, refusal: refusalOf(heading.value ?? { code: 'unknown_header', row: 1 }) }
  const { cells, row } = heading.value
  const headings = cells.map((cell) => cell.trim())
  if (headings.length > options.limits.columns) return { notices, refusal: tooManyColumns(headings, row) }
  const opened = open(headings)
  if ('missing' in opened)
    return { notices, refusal: { kind: 'problem', code: 'missing_column', row, detail: opened.missing } }
  const ignored = opened.ignored.filter((heading) => !isLeftOutHeading(heading))
  if (ignored.length) notices.push(ignoredColumns({ ignored }, row))
  const survey = createSurvey(opened)
  const reader = createRowReader(headings.length)
  let count = 0
  let next = await rows.next()
  for (; !next.done; next = await rows.next()) {
    for (const record of reader.take(next.value)) survey.note(record)
    if (++count > options.limits.rows)
      return {
        notices,
        refusal: refusalOf({ code: 'too_many_rows', row: next.value.row, detail: `${options.limits.rows}` })
      }
  }
  if (next.value && !options.part) return { notices, refusal: refusalOf(next.value) }
  const notice = source.notice()
  if (notice) notices.push({ kind: 'notice', code: notice, row: 1 })
  return count
    ? { notices, collector: opened.collector, survey }
    : { notices, refusal: refusalOf({ code: 'no_rows', row: 1 }) }
}

const refusalOf = (fault: FileFault): ReadItem => ({ kind: 'problem', ...fault })

/** The rows below the heading, those that cannot be read as faults. */
async function* below({ rows }: FileRows): AsyncGenerator<CsvRecord> {
  const heading = await rows.next()
  if (heading.done) return
  const reader = createRowReader(heading.value.cells.length)
  for (let next = await rows.next(); !next.done; next = await rows.next()) yield* reader.take(next.value)
  yield* reader.finish()
}

async function* together(
  file: FileRows,
  collector: Collector,
  survey: Survey
): AsyncGenerator<ReadItem, void> {
  for await (const record of below(file)) yield* collector.take(survey.groupOf(record), record)
  yield* collector.finish()
}

async function* sorted(
  file: FileRows,
  collector: Collector,
  survey: Survey,
  { place, pulse }: Options
): AsyncGenerator<ReadItem, void> {
  const sort = sortOnDisk<CsvRecord>()
  try {
    let count = 0
    for await (const record of below(file)) {
      await sort.add(survey.groupOf(record), record.row, record)
      count++
    }
    const bytes = place.bytes
    let passed = 0
    for await (const { major, value } of sort.sorted()) {
      place.bytes = Math.round((bytes * ++passed) / count)
      if (passed % 10_000 === 0) await pulse?.()
      yield* collector.take(major, value)
    }
    yield* collector.finish()
  } finally {
    await sort.drop()
  }
}
