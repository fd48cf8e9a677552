import { createDecoder } from './decode.ts'
import { detect } from './detect.ts'
import { readHeader } from './header.ts'
import { LIMITS } from './limits.ts'
import { createRecordReader } from './records.ts'
import type { CsvRecord, RecordReader } from './records.ts'
import { isBlank } from './rows.ts'
import { slabsOf } from './slabs.ts'

/** A row as it stands in the file, numbered as the remarks on it are; the first one is the heading. */
export type FileRow = { row: number; cells: string[] }

/** The heading and the rows that are `wanted`, as they stand, and the file's own delimiter. Blank rows are passed over. */
export async function* readRows(
  stream: AsyncIterable<Uint8Array>,
  wanted: (row: number) => boolean
): AsyncGenerator<FileRow & { delimiter: string }, void, undefined> {
  let rows: ((bytes: Uint8Array, last: boolean) => Generator<FileRow>) | undefined
  let delimiter = ','
  for await (const { bytes, last } of slabsOf(stream)) {
    if (!rows) {
      const found = detect(bytes)
      delimiter = found.delimiter
      rows = rowsOf(found, wanted)
    }
    for (const row of rows(bytes, last)) yield { ...row, delimiter }
  }
}

function rowsOf(found: ReturnType<typeof detect>, wanted: (row: number) => boolean) {
  const decoder = createDecoder(found)
  const records = createRecordReader(found, LIMITS)
  let mark = found.bomLength
  let headed = false
  return function* (bytes: Uint8Array, last: boolean): Generator<FileRow> {
    const text = decoder.decode(bytes.subarray(mark), last)
    mark = 0
    for (const record of records.read(text, last)) {
      if (isBlank(record.cells) || (found.separatorLine && record.row === 1)) continue
      if (headed ? wanted(record.row) : expectRowsOf(record, records)) {
        yield { row: record.row, cells: record.cells }
      }
      headed = true
    }
  }
}

/** As the reader does: after the heading, records are cut by its width. */
function expectRowsOf({ cells }: CsvRecord, records: RecordReader): true {
  records.expectWidth(readHeader(cells).headings.length)
  return true
}
