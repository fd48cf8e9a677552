import { columnsBy } from './formats/format.ts'
import type { Columns, Keys } from './formats/format.ts'
import { gathered } from './gathered.ts'
import type { ReadItem, ReadNotice, ReadProblem, RowRange } from './items.ts'
import { LIMITS } from './limits.ts'
import { readFile } from './read-file.ts'
import type { ReadOptions } from './read-products.ts'
import type { Opener } from './read-file.ts'
import type { CsvRecord } from './records.ts'
import { refuseFile } from './refuse.ts'
import { recordCollector } from './collect-records.ts'

export type { Columns, Keys }
export { columnsBy }

/** What one record says of itself, or why it cannot be taken. */
export type RecordReading<T> = {
  /** What a remark calls it. */
  name: string
  value?: T
  problems: { code: ReadProblem['code']; row: number; column?: string; detail?: string; raw?: string }[]
}

/** A file of things that are no products: how its headings are known, and what its rows say. */
export type RecordKind<T> = {
  name: 'coupons' | 'customers' | 'orders'
  /** What a column can be said to be, in the order it is offered. */
  fields: readonly string[]
  score(headings: readonly string[]): number
  open(
    headings: readonly string[],
    options: { currency: string; now: Date; mapping?: Record<string, number> | null }
  ):
    | { missing: string }
    | {
        ignored: string[]
        keysOf(record: CsvRecord): Keys
        read(records: readonly CsvRecord[]): RecordReading<T>
      }
}

export type ReadRecord<T = unknown> = {
  kind: 'record'
  value: T
  name: string
  rows: RowRange
  apart?: RowRange[]
}
export type RecordItem = ReadRecord | ReadProblem | ReadNotice

/** Reads a file of one kind of records, each whole or not at all; rows of one record may stand apart. */
export async function* readRecords(
  open: Opener,
  kind: RecordKind<unknown>,
  { currency, limits, place = { bytes: 0 }, pulse, now = new Date(0), part, mapping }: ReadOptions
): AsyncGenerator<RecordItem, void, undefined> {
  const pass = { open, limits: { ...LIMITS, ...limits }, place, pulse }
  const file = await readFile(pass)
  try {
    const refusal = file.found.refusal ?? (file.found.xml ? 'unknown_header' : undefined)
    if (refusal) return void (yield* refuseFile(refusal, 1) as Generator<ReadProblem>)
    const gathering = (headings: readonly string[]) => {
      const opened = kind.open(headings, {
        currency,
        now,
        mapping: mapping as Record<string, number> | undefined
      })
      return 'missing' in opened ? opened : { ...opened, collector: recordCollector(opened, pass.limits) }
    }
    yield* gathered(file, gathering, { ...pass, part }) as AsyncGenerator<RecordItem>
  } finally {
    await file.rows.return(undefined)
  }
}

export type AnyItem = ReadItem | ReadRecord
