import { createDecoder } from './decode.ts'
import type { Detected } from './detect.ts'
import { isLeftOutHeading, plainCell } from './left-out-mark.ts'
import type { Limits } from './limits.ts'
import { createRecordReader } from './records.ts'
import type { CsvRecord } from './records.ts'
import { isBlank } from './rows.ts'
import type { Source } from './source.ts'

/** The rows of a CSV file; one that was written here, of rows left out before, is made plain again. */
export function csvSource(found: Detected, limits: Limits): Source {
  const decoder = createDecoder(found)
  const records = createRecordReader(found, limits)
  let mark = found.bomLength
  let given = 0
  let through = 0
  let headed = false
  let mended = false

  function* read(bytes: Uint8Array, last: boolean): Generator<CsvRecord, undefined> {
    const text = decoder.decode(bytes.subarray(mark), last)
    mark = 0
    given += text.length
    for (const record of records.read(text, last)) {
      through += record.size
      if (isBlank(record.cells) && !record.fault) continue
      if (found.separatorLine && record.row === 1) continue
      if (!headed) {
        headed = true
        mended = record.cells.some((heading) => isLeftOutHeading(heading.trim()))
        records.expectWidth(record.cells.length)
      }
      yield mended ? { ...record, cells: record.cells.map(plainCell) } : record
    }
  }

  return {
    read,
    share: () => (given ? Math.min(1, through / given) : 0),
    notice: () => decoder.notice()
  }
}
