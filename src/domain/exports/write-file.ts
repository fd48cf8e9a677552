import type { Context } from '#context'
import { leftOut } from '#domain/catalog/index.ts'
import { BYTE_ORDER_MARK, csvLine } from '#platform/csv.ts'
import { customers } from './customers.ts'
import type { Cell, Export, Wanted } from './export.ts'
import { interactions } from './interactions.ts'
import { orders } from './orders.ts'
import { posts } from './posts.ts'
import { products } from './products.ts'
import type { ExportFormat, What } from './schema.ts'
import { storeOrders } from './store-orders.ts'

const KINDS: { [W in What]: Export<never> } = {
  ...{ products, orders, store_orders: storeOrders, customers, posts, interactions }
} as never

/** A file piece by piece, a batch of rows each: nothing is read ahead of whoever takes the pieces. */
export async function* writeFile(
  ctx: Pick<Context, 'db'>,
  what: What,
  format: ExportFormat,
  wanted: Wanted
): AsyncGenerator<string> {
  const kind = KINDS[what]
  if (format === 'csv') yield BYTE_ORDER_MARK + csvLine(kind.headings)
  for await (const batch of kind.batches(ctx, wanted)) {
    if (format === 'ndjson') yield batch.map((record) => `${JSON.stringify(record)}\n`).join('')
    else yield batch.flatMap((record) => kind.lines(record, wanted).map(lineOf)).join('')
  }
}

/** A text that already begins like one made safe gets one apostrophe more, so that our own reader gives it back as it was. */
const lineOf = (cells: readonly Cell[]): string =>
  csvLine(cells.map((cell) => (typeof cell === 'string' ? leftOut.guarded(cell) : cell)))
