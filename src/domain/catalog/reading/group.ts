import { finishProduct } from './finish-product.ts'
import type { ReadItem } from './items.ts'
import { TEXT_LIMITS } from './limits.ts'
import { addFault, addRow, beginProduct } from './product.ts'
import type { Building } from './product.ts'
import type { CsvRecord } from './records.ts'
import { createSeen } from './seen.ts'
import { cellOf, problemAt } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { slug, toHandle } from './slug.ts'

export type Grouper = {
  add(row: CsvRecord): Generator<ReadItem>
  finish(): Generator<ReadItem>
}

/**
 * Consecutive rows of one handle are one product. A handle that returns later is another draft of the same product,
 * with a notice, unless an earlier part was refused: then all of it is, so that nothing is written by halves.
 */
export function createGrouper(sheet: Sheet): Grouper {
  const skus = createSeen()
  const handles = createSeen()
  let open: Building | undefined
  let byTitle = false

  function* begin(handle: string, row: CsvRecord): Generator<ReadItem, Building> {
    yield* finish()
    const product = beginProduct(sheet, handle, row)
    const earlier = handles.rowOf(handle)
    const spot = { row, field: 'handle' as const, detail: Math.abs(earlier ?? 0) }
    if (earlier && earlier < 0) product.remarks.problem('already_refused', spot)
    else if (earlier) product.remarks.notice('handle_returned', spot)
    byTitle = !cellOf(sheet, row, 'handle')
    return (open = product)
  }

  function* add(row: CsvRecord): Generator<ReadItem> {
    const handle = handleOf(sheet, row)
    if (!handle && row.fault && !open) return yield withFault(sheet, row)
    if (!handle && !open) return yield problemAt(sheet, 'missing_handle', { row, field: 'handle' })
    const product = open && (!handle || handle === open.handle) ? open : yield* begin(handle, row)
    if (row.fault) return addFault(row, product, faultDetail(sheet, row))
    if (!handle && !byTitle) product.remarks.problem('missing_handle', { row, field: 'handle' })
    addRow(sheet, row, product, skus)
  }

  function* finish(): Generator<ReadItem> {
    if (!open) return
    const product = open
    open = undefined
    const items = finishProduct(product, handles.rowOf(product.handle) !== undefined)
    const refused = product.problems.length > 0
    handles.remember(product.handle, refused ? -product.first.row : product.first.row)
    yield* items
  }

  return { add, finish }
}

/** The file's own handle, else one made from the title; rows with neither belong to the product above, if to any. */
function handleOf(sheet: Sheet, row: CsvRecord): string {
  const given = cellOf(sheet, row, 'handle')
  const handle = (sheet.header.translated ? given : toHandle(given)) || slug(cellOf(sheet, row, 'title'))
  return handle.slice(0, TEXT_LIMITS.handle + 1)
}

function withFault(sheet: Sheet, row: CsvRecord): ReadItem {
  return problemAt(sheet, row.fault ?? 'lines_skipped', { row, detail: faultDetail(sheet, row) })
}

function faultDetail({ header, limits }: Sheet, row: CsvRecord): string | undefined {
  if (row.told) return row.told
  if (row.fault === 'column_count') return `${row.cells.length}/${header.headings.length}`
  if (row.fault === 'cell_too_large') return String(limits.cell)
  return row.until === undefined ? undefined : `${row.row}–${row.until}`
}
