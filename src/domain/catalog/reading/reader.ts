import { amountParser } from './amount.ts'
import { createDecoder } from './decode.ts'
import { detect } from './detect.ts'
import { readHeader } from './header.ts'
import type { ReadItem } from './items.ts'
import type { Limits } from './limits.ts'
import { createRecordReader } from './records.ts'
import type { CsvRecord } from './records.ts'
import { ignoredColumns, refuseFile, refuseHeader } from './refuse.ts'
import { plainCell } from './left-out-mark.ts'
import { isBlank } from './rows.ts'
import { createTable } from './table.ts'
import type { Table } from './table.ts'

export type Reader = {
  /** Turns slab after slab into items; returns true when the file as a whole is refused and reading must stop. */
  read(bytes: Uint8Array, last: boolean): Generator<ReadItem, boolean>
  /** How much of the text it was given it has gone through, from 0 to 1. */
  share(): number
}

/** A reader for the file that begins with `head`, the first slab. */
export function createReader(head: Uint8Array, currency: string, limits: Limits): Reader {
  const found = detect(head)
  const decoder = createDecoder(found)
  const records = createRecordReader(found, limits)
  const parseAmount = amountParser(currency)
  let mark = found.bomLength
  let table: Table | undefined
  let given = 0
  let through = 0
  let mended = false

  function* open({ row, cells }: CsvRecord): Generator<ReadItem, boolean> {
    if (isBlank(cells) || (found.separatorLine && row === 1)) return false
    const header = readHeader(cells)
    const refusal = refuseHeader(header, row, limits)
    if (refusal) yield refusal
    if (refusal) return true
    if (header.ignored.length) yield ignoredColumns(header, row)
    records.expectWidth(header.headings.length)
    table = createTable(header, limits, parseAmount)
    mended = header.mended ?? false
    return false
  }

  function* finish(): Generator<ReadItem, boolean> {
    if (!table) return yield* refuseFile('unknown_header', 1)
    const notice = decoder.notice()
    if (notice) yield { kind: 'notice', code: notice, row: 1 }
    return yield* table.finish()
  }

  function* read(bytes: Uint8Array, last: boolean): Generator<ReadItem, boolean> {
    if (found.refusal) return yield* refuseFile(found.refusal, 1)
    const text = decoder.decode(bytes.subarray(mark), last)
    mark = 0
    given += text.length
    for (const record of records.read(text, last)) {
      through += record.size
      const refused = table ? yield* table.take(mended ? plain(record) : record) : yield* open(record)
      if (refused) return true
    }
    return last ? yield* finish() : false
  }

  return { read, share: () => (given ? Math.min(1, through / given) : 0) }
}

const plain = (record: CsvRecord): CsvRecord => ({ ...record, cells: record.cells.map(plainCell) })
