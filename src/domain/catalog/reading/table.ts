import type { AmountParser } from './amount.ts'
import { createGrouper } from './group.ts'
import type { Header } from './header.ts'
import type { ReadItem } from './items.ts'
import type { Limits } from './limits.ts'
import type { CsvRecord } from './records.ts'
import { refuseFile } from './refuse.ts'
import { createRowReader } from './rows.ts'

/** The rows below a header. Both ways of reading return true when the file as a whole is refused. */
export type Table = {
  take(record: CsvRecord): Generator<ReadItem, boolean>
  finish(): Generator<ReadItem, boolean>
}

/** Reads records under a header as products, up to `limits.rows` of them. */
export function createTable(header: Header, limits: Limits, parseAmount: AmountParser): Table {
  const rows = createRowReader(header.headings.length)
  const products = createGrouper({ header, limits, parseAmount })
  let count = 0

  function* take(record: CsvRecord): Generator<ReadItem, boolean> {
    for (const row of rows.take(record)) {
      if (++count > limits.rows) {
        yield* products.finish()
        return yield* refuseFile('too_many_rows', record.row, limits.rows)
      }
      if (row.repaired) yield { kind: 'notice', code: 'quotes_repaired', row: row.row }
      yield* products.add(row)
    }
    return false
  }

  function* finish(): Generator<ReadItem, boolean> {
    for (const row of rows.finish()) yield* products.add(row)
    yield* products.finish()
    return count ? false : yield* refuseFile('no_rows', 1)
  }

  return { take, finish }
}
