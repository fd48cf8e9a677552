import {
  FILE_PROBLEM_CODES,
  type reading,
  type ReadNotice,
  type ReadProblem,
  type ReadProduct
} from '#domain/catalog/index.ts'

const PRODUCTS = 50
const RECORDS = 500
const VARIANTS = 1_000
const REMARKS = 1_000
const TEXT = 2_000_000

/** What is saved in one transaction: as much as is quick to save, and never two products of one handle. */
export type Batch = {
  /** How many items of the reader's stream it covers. */
  items: number
  products: ReadProduct[]
  records: reading.ReadRecord[]
  remarks: (ReadProblem | ReadNotice)[]
  skipped: number
  lastRow: number
  /** Handles that came again in the file: they add to what an earlier part made of them. */
  returned: Set<string>
  /** Takes note of an item without adding it; answers its code when it refuses the file as a whole. */
  note(item: reading.AnyItem): string | undefined
  /** Whether the batch must be saved before this item can be added. */
  fullBefore(item: reading.AnyItem): boolean
  add(item: reading.AnyItem): void
}

/** An empty batch; what was learnt of the file in the one `before` goes on. */
export function createBatch(before?: Batch): Batch {
  let variants = 0
  let text = 0
  const handles = new Set<string>()

  function add(item: reading.AnyItem): void {
    batch.items++
    batch.lastRow = Math.max(batch.lastRow, lastRowOf(item))
    if (item.kind === 'product') {
      batch.products.push(item)
      handles.add(item.draft.handle)
      variants += item.draft.variants.length
      text += item.draft.descriptionHtml.length + item.draft.variants.length * 200
    } else if (item.kind === 'record') {
      batch.records.push(item)
      handles.add(item.name)
    } else if (item.code === 'product_skipped') batch.skipped++
    else batch.remarks.push(item)
  }

  const batch: Batch = {
    items: 0,
    products: [],
    records: [],
    remarks: [],
    skipped: 0,
    lastRow: before?.lastRow ?? 1,
    returned: before?.returned ?? new Set(),
    note(item) {
      if (item.kind === 'notice' && item.code === 'handle_returned' && item.handle)
        batch.returned.add(item.handle)
      return item.kind === 'problem' && isFileProblem(item.code) ? item.code : undefined
    },
    fullBefore: (item) =>
      batch.products.length >= PRODUCTS ||
      batch.records.length >= RECORDS ||
      variants >= VARIANTS ||
      text >= TEXT ||
      batch.remarks.length >= REMARKS ||
      (item.kind === 'product' && handles.has(item.draft.handle)) ||
      (item.kind === 'record' && handles.has(item.name)),
    add
  }
  return batch
}

const fileProblems: readonly string[] = FILE_PROBLEM_CODES
const isFileProblem = (code: string) => fileProblems.includes(code)
const lastRowOf = (item: reading.AnyItem): number =>
  item.kind !== 'problem' && item.rows ? item.rows[1] : rowOf(item)
const rowOf = (item: reading.AnyItem): number =>
  item.kind === 'product' || item.kind === 'record' ? item.rows[1] : item.row
