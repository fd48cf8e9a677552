import { amountParser } from './amount.ts'
import { createCollector } from './collect.ts'
import { gathered } from './gathered.ts'
import type { Gathering } from './gathered.ts'
import { findFormat } from './formats/index.ts'
import type { Format, FormatName, OpenOptions } from './formats/index.ts'
import { readHeader } from './header.ts'
import type { ReadItem } from './items.ts'
import { LIMITS } from './limits.ts'
import type { Limits } from './limits.ts'
import { mappedHeader } from './mapping.ts'
import type { Mapping } from './mapping.ts'
import { readFile } from './read-file.ts'
import type { FileRows, Opener } from './read-file.ts'
import { ignoredColumns, refuseFile, refuseHeader } from './refuse.ts'
import { createTable } from './table.ts'
import type { Table } from './table.ts'

/** `currency` is the shop's (ISO 4217): amounts become its minor units. */
export type ReadOptions = {
  currency: string
  limits?: Partial<Limits>
  /** What the owner says the file is, where that is another than its headings tell. */
  format?: FormatName
  mapping?: Mapping
  /** Which sale prices hold: the same moment each time a file is read, or a resumed reading would differ. */
  now?: Date
  /** Kept at how far into the file the items have come. */
  place?: { bytes: number }
  /** The file is only the beginning of one, so that it may end anywhere. */
  part?: boolean
  pulse?: () => Promise<void>
}

/**
 * Reads a product file as drafts, problems and notices: Shopify's CSV of either generation in the file's order, those
 * whose rows may stand apart (WooCommerce, feeds, Medusa) product by product in the order of their first rows. A
 * product with any problem is left out whole and the rest goes on; bad input never throws, a failing stream does.
 * Memory stays bounded whatever the file: one slab, one record, one product, and 12 bytes or so per handle and SKU.
 */
export async function* readProducts(
  open: Opener,
  { currency, limits, place = { bytes: 0 }, pulse, now = new Date(0), ...told }: ReadOptions
): AsyncGenerator<ReadItem, void, undefined> {
  const pass = { open, limits: { ...LIMITS, ...limits }, place, pulse }
  const file = await readFile(pass)
  try {
    if (file.found.refusal) return void (yield* refuseFile(file.found.refusal, 1))
    const name = told.mapping ? 'mapped' : file.found.xml ? 'feed' : (told.format ?? file.found.format)
    const format = findFormat(name ?? 'shopify')
    if (!format) yield* inOrder(file, { ...pass, currency, mapping: told.mapping })
    else {
      const gathering = (headings: readonly string[]) =>
        collecting(format, headings, { ...pass, currency, now })
      yield* gathered(file, gathering, { ...pass, part: told.part })
    }
  } finally {
    await file.rows.return(undefined)
  }
}

function collecting(
  format: Format,
  headings: readonly string[],
  options: OpenOptions
): ReturnType<Gathering> {
  const opened = format.open(headings, options)
  if ('missing' in opened) return opened
  const { header, keysOf } = opened
  const parseAmount = amountParser(options.currency)
  const sheet = { header, limits: options.limits, parseAmount, namesHandles: true }
  return { ignored: header.ignored, keysOf, collector: createCollector(opened, sheet) }
}

type InOrder = { currency: string; limits: Limits; mapping?: Mapping }

/** Rows of one product stand together and are read as they come. */
async function* inOrder(
  { rows, source }: FileRows,
  { currency, limits, mapping }: InOrder
): AsyncGenerator<ReadItem, void> {
  let table: Table | undefined
  let next = await rows.next()
  for (; !next.done; next = await rows.next()) {
    const record = next.value
    if (table) {
      if (yield* table.take(record)) return
      continue
    }
    const header = mapping ? mappedHeader(record.cells, mapping) : readHeader(record.cells)
    const refusal = refuseHeader(header, record.row, limits)
    if (refusal) return void (yield refusal)
    if (header.ignored.length) yield ignoredColumns(header, record.row)
    table = createTable(header, limits, amountParser(currency))
  }
  if (next.value) yield { kind: 'problem', ...next.value }
  else if (!table) yield* refuseFile('unknown_header', 1)
  else {
    const notice = source.notice()
    if (notice) yield { kind: 'notice', code: notice, row: 1 }
    yield* table.finish()
  }
}
