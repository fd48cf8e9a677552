import type { Collector } from './collect.ts'
import type { Keys } from './formats/format.ts'
import type { ReadItem, RowRange } from './items.ts'
import type { Limits } from './limits.ts'
import type { RecordReading } from './read-records.ts'
import type { CsvRecord } from './records.ts'
import { rangeOf, widened } from './stretches.ts'

type Opened = { keysOf(record: CsvRecord): Keys; read(records: readonly CsvRecord[]): RecordReading<unknown> }

/** Makes one item of all rows of a record, or tells everything that is wrong with them. */
export function recordCollector(opened: Opened, limits: Limits): Collector {
  let head = 0
  let records: CsvRecord[] = []
  let stretches: RowRange[] = []

  function* take(group: number, record: CsvRecord): Generator<ReadItem> {
    if (group !== head) yield* finish()
    head = group
    stretches = widened(stretches, record)
    if (records.length <= limits.variants) records.push(record)
  }

  function* finish(): Generator<ReadItem> {
    if (records.length === 0) return
    const rows = rangeOf(stretches)
    const apart = stretches.length > 1 ? stretches : undefined
    const faults = records.filter(({ fault }) => fault)
    const readable = records.filter(({ fault }) => !fault)
    const { name, value, problems } = readable.length
      ? opened.read(readable)
      : { name: '', value: undefined, problems: [] }
    const handle = name || undefined
    for (const { row, fault, raw, cells } of faults)
      yield {
        kind: 'problem',
        code: fault!,
        row,
        raw,
        handle,
        detail: fault === 'column_count' ? String(cells.length) : undefined
      }
    for (const problem of problems) yield { kind: 'problem', handle, ...problem }
    if (records.length > limits.variants)
      yield {
        kind: 'problem',
        code: 'record_too_large',
        row: rows[0],
        handle,
        detail: String(limits.variants)
      }
    else if (value !== undefined && !faults.length && !problems.length) {
      yield { kind: 'record', value, name, rows, ...(apart && { apart }) } as unknown as ReadItem
      return void clear()
    }
    yield { kind: 'notice', code: 'product_skipped', row: rows[0], rows, handle, ...(apart && { apart }) }
    clear()
  }

  function clear(): void {
    records = []
    stretches = []
  }

  return { take, finish }
}
