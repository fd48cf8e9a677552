import type { Opened } from './formats/index.ts'
import { faultRow } from './formats/format.ts'
import { createGrouper } from './group.ts'
import type { ReadItem, RowRange } from './items.ts'
import type { CsvRecord } from './records.ts'
import { createSeen } from './seen.ts'
import { rangeOf, widened } from './stretches.ts'
import type { Sheet } from './sheet.ts'
import { slug } from './slug.ts'

/** Takes rows product by product and makes items of each product once all of its rows are in. */
export type Collector = {
  take(group: number, record: CsvRecord): Generator<ReadItem>
  finish(): Generator<ReadItem>
}

export function createCollector(opened: Opened, sheet: Sheet): Collector {
  const grouper = createGrouper(sheet)
  const names = createSeen()
  let head = 0
  let size = 0
  let records: CsvRecord[] = []
  let stretches: RowRange[] = []

  function* take(group: number, record: CsvRecord): Generator<ReadItem> {
    if (group !== head) yield* finish()
    head = group
    size += record.size
    stretches = widened(stretches, record)
    // Beyond its limits a product is refused, and no more of it need be known than that.
    if (records.length <= sheet.limits.variants && size - record.size <= sheet.limits.product)
      records.push(record)
  }

  function* finish(): Generator<ReadItem> {
    if (records.length === 0) return
    const rows = rangeOf(stretches)
    const apart = stretches.length > 1 ? stretches : undefined
    const [only] = records
    // A row of which nothing is known belongs to no product.
    const lost = records.length === 1 && only?.fault && opened.keysOf(only).own.length === 0
    const translated = lost ? [faultRow(only, '')] : opened.translate({ records, head, name })
    for (const row of translated) yield* told(grouper.add(row), rows, apart)
    yield* told(grouper.finish(), rows, apart)
    records = []
    stretches = []
    size = 0
  }

  /** Two products of one name are told apart by what they are called elsewhere; in the file's order, so always alike. */
  function name(base: string, tail: string): string {
    const plain = base || slug(tail) || `product-${head}`
    const tries = [plain, `${plain}-${slug(tail)}`, `${plain}-${head}`]
    const free = tries.find(
      (one, index) => !one.endsWith('-') && (index === 2 || names.rowOf(one) === undefined)
    )!
    names.remember(free, head)
    return free
  }

  return { take, finish }
}

/** All rows of the product, wherever they stand. */
function* told(items: Iterable<ReadItem>, rows: RowRange, apart?: RowRange[]): Generator<ReadItem> {
  for (const item of items) {
    const whole = item.kind === 'product' || (item.kind === 'notice' && item.code === 'product_skipped')
    yield whole ? { ...item, rows, ...(apart && { apart }) } : item
  }
}
