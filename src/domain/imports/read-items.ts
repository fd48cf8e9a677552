import { readProducts, reading, type Opener } from '#domain/catalog/index.ts'
import type { Run } from './import.ts'
import { findRecordKind } from './records/index.ts'

type Extra = Pick<reading.ReadOptions, 'place' | 'pulse' | 'part'>

/** What an import's file holds, item by item: products, or records of its kind. */
export function readItems(open: Opener, run: Run, extra: Extra): AsyncIterable<reading.AnyItem> {
  const kind = findRecordKind(run.kind)
  // Prices and dates are judged at the moment the file was handed in, however often it is read.
  const mapping = run.mapping ?? undefined
  const how = { currency: run.currency, now: run.createdAt, mapping, ...extra }
  return kind
    ? reading.readRecords(open, kind, how)
    : readProducts(open, { ...how, format: run.format ?? undefined })
}
