import type { DraftVariant } from './draft.ts'
import { addFacts } from './facts.ts'
import type { Facts } from './facts.ts'
import { addImages } from './images.ts'
import type { Images } from './images.ts'
import type { ReadNotice, ReadProblem } from './items.ts'
import { TEXT_LIMITS } from './limits.ts'
import { addOptionNames, addOptionValues } from './options.ts'
import type { OptionTable } from './options.ts'
import type { CsvRecord } from './records.ts'
import type { Seen } from './seen.ts'
import { copy, noticeAt, problemAt } from './sheet.ts'
import type { Remarks, Sheet } from './sheet.ts'
import { isVariantRow, readVariant } from './variant.ts'

/** A product under construction. `broken` means rows of it are unreadable; then what is missing says nothing. */
export type Building = {
  handle: string
  named?: 'here'
  first: CsvRecord
  last: number
  size: number
  broken: boolean
  full: boolean
  facts: Facts
  table: OptionTable
  variants: Omit<DraftVariant, 'optionValues'>[]
  images: Images
  problems: ReadProblem[]
  notices: ReadNotice[]
  remarks: Remarks
}

/** Starts a product at its first row; rows are added with `addRow`. */
export function beginProduct(sheet: Sheet, named: string, row: CsvRecord): Building {
  const handle = copy(named)
  const product: Building = {
    handle,
    named: sheet.namesHandles ? 'here' : undefined,
    first: { ...row, cells: [] },
    last: row.row,
    size: 0,
    broken: false,
    full: false,
    facts: {},
    table: { names: [], rows: [] },
    variants: [],
    images: new Map(),
    ...remarksOf(sheet, handle)
  }
  const longest = TEXT_LIMITS.handle
  if (handle.length > longest) product.remarks.problem('too_long', { row, field: 'handle', detail: longest })
  return product
}

function remarksOf(sheet: Sheet, handle: string): Pick<Building, 'problems' | 'notices' | 'remarks'> {
  const problems: ReadProblem[] = []
  const notices: ReadNotice[] = []
  const remarks: Remarks = {
    problem(code, spot) {
      if (problems.length < sheet.limits.remarks) problems.push({ ...problemAt(sheet, code, spot), handle })
    },
    notice(code, spot) {
      if (notices.length < sheet.limits.remarks) notices.push({ ...noticeAt(sheet, code, spot), handle })
    }
  }
  return { problems, notices, remarks }
}

/** Adds a readable row; once the product is too big for its limits, nothing more of it is kept. */
export function addRow(sheet: Sheet, row: CsvRecord, product: Building, skus: Seen): void {
  product.last = row.row
  product.size += row.size
  if (product.full) return
  const { remarks, images } = product
  for (const code of row.notices ?? []) remarks.notice(code, { row })
  addFacts(sheet, row, product.facts, remarks)
  addOptionNames(sheet, row, product.table, remarks)
  const variant = isVariantRow(sheet, row) ? readVariant(sheet, row, remarks) : undefined
  if (variant) {
    product.variants.push(variant)
    addOptionValues(sheet, row, product.table, remarks)
    checkSku(variant.sku, row, remarks, skus)
  }
  addImages(sheet, row, images, variant?.imageUrl, remarks)
  checkSize(sheet, row, product)
}

/** Notes that a row of this product could not be read. */
export function addFault(row: CsvRecord, product: Building, detail: string | undefined): void {
  product.last = row.until ?? row.row
  product.broken = true
  if (row.fault) product.remarks.problem(row.fault, { row, detail })
}

function checkSku(sku: string | undefined, row: CsvRecord, remarks: Remarks, skus: Seen): void {
  const earlier = sku && skus.rowOf(sku)
  if (earlier) remarks.problem('duplicate_sku', { row, field: 'sku', detail: earlier })
  else if (sku) skus.remember(sku, row.row)
}

function checkSize({ limits }: Sheet, row: CsvRecord, product: Building): void {
  const { remarks, variants, images, size } = product
  const spot = { row: product.first }
  if (variants.length > limits.variants)
    remarks.problem('too_many_variants', { ...spot, detail: limits.variants })
  else if (images.size > limits.images) remarks.problem('too_many_images', { ...spot, detail: limits.images })
  else if (size > limits.product)
    remarks.problem('product_too_large', { ...spot, row, detail: limits.product })
  else return
  product.full = true
  product.variants = []
  product.images = new Map()
  product.table = { names: [], rows: [] }
}
