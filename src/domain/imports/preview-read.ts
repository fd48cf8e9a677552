import {
  FILE_PROBLEM_CODES,
  type Opener,
  type reading,
  type ReadNotice,
  type ReadProblem,
  type ReadProduct
} from '#domain/catalog/index.ts'
import type { PastOrderDraft } from '#domain/past-orders/index.ts'
import type { Run } from './import.ts'
import { readItems } from './read-items.ts'

const SHOWN = 10

/** A product as it was read, or the reasons why there is none. */
export type Unit = {
  product?: ReadProduct
  record?: reading.ReadRecord
  row: number
  handle?: string
  remarks: (ReadProblem | ReadNotice)[]
}

/** What could be seen of a file: its first ten products, and all of it in short. */
export type Seen = {
  first: Unit[]
  drafts: Pick<ReadProduct, 'draft'>[]
  /** What the records are called. */
  names: string[]
  /** Codes of hand-overs that orders carry. */
  codes: string[]
  refused: number
  problem?: { code: string; detail?: string }
}

/** Reads what there is; of a `part` of a file the last product is left out, since it may go on. */
export async function readSome(open: Opener, run: Run, part: boolean): Promise<Seen> {
  const seen: Seen = { first: [], drafts: [], names: [], codes: [], refused: 0 }
  let told: Unit['remarks'] = []
  for await (const item of readItems(open, run, { part })) {
    const unit = unitOf(item, told)
    if (isFileProblem(item)) seen.problem = { code: item.code, detail: item.detail }
    else if (!unit) told.push(item as ReadProblem | ReadNotice)
    else {
      told = []
      if (unit.product) seen.drafts.push(shortened(unit.product))
      else if (unit.record) {
        seen.names.push(unit.record.name)
        const { sale } = unit.record.value as Pick<PastOrderDraft, 'sale'>
        if (sale) seen.codes.push(sale.code)
      } else seen.refused++
      if (seen.first.length <= SHOWN) seen.first.push(unit)
      if (part && seen.first.length > SHOWN) break
    }
  }
  const whole = seen.first.length > SHOWN || !part ? seen.first : seen.first.slice(0, -1)
  // The parent of a variation may stand beyond what was read.
  const known = whole.filter(({ remarks }) => !part || remarks.every(({ code }) => code !== 'parent_missing'))
  return { ...seen, first: known.slice(0, SHOWN) }
}

/** A product ends with itself, a refused one with the notice that says so; a row nobody knows stands by itself. */
function unitOf(item: reading.AnyItem, remarks: Unit['remarks']): Unit | undefined {
  if (item.kind === 'product')
    return {
      product: item,
      row: item.rows[0],
      handle: item.draft.handle,
      remarks: remarks.filter(mine(item.draft.handle))
    }
  if (item.kind === 'record')
    return { record: item, row: item.rows[0], handle: item.name, remarks: remarks.filter(mine(item.name)) }
  if (item.code === 'product_skipped')
    return { row: item.row, handle: item.handle, remarks: remarks.filter(mine(item.handle)) }
  return item.kind === 'problem' && !item.handle ? { row: item.row, remarks: [item] } : undefined
}

const mine = (handle: string | undefined) => (remark: ReadProblem | ReadNotice) => remark.handle === handle

const shortened = ({ draft }: ReadProduct) => ({ draft: { ...draft, descriptionHtml: '', images: [] } })

const fileProblems: readonly string[] = FILE_PROBLEM_CODES
const isFileProblem = (item: reading.AnyItem): item is ReadProblem =>
  item.kind === 'problem' && fileProblems.includes(item.code)
