import type { ProductDraft } from './draft.ts'
import { TEXT_LIMITS } from './limits.ts'
import type { CsvRecord } from './records.ts'
import { cellOf, textOf } from './sheet.ts'
import type { Remarks, Sheet } from './sheet.ts'
import { parseYesNo } from './yes-no.ts'

/** What is said once about a product, on whichever of its rows says it first. */
export type Facts = Partial<
  Pick<
    ProductDraft,
    'title' | 'vendor' | 'productType' | 'category' | 'seoTitle' | 'seoDescription' | 'tags'
  > & {
    description: string
    status: string
    published: string
  }
>

const TEXTS = [
  'title',
  'description',
  'vendor',
  'productType',
  'category',
  'seoTitle',
  'seoDescription'
] as const
const STATUSES = new Map<string, ProductDraft['status']>([
  ['active', 'active'],
  ['draft', 'draft'],
  ['archived', 'archived'],
  ['unlisted', 'draft']
])

/** Adds to `facts` what this row says and earlier rows did not. */
export function addFacts(sheet: Sheet, row: CsvRecord, facts: Facts, remarks: Remarks): void {
  for (const field of TEXTS) facts[field] ??= textOf(sheet, row, field, TEXT_LIMITS[field], remarks)
  facts.tags ??= tagsOf(sheet, row, remarks)
  facts.published ??= knownOf(
    sheet,
    row,
    'published',
    'bad_boolean',
    (text) => parseYesNo(text) !== undefined,
    remarks
  )
  facts.status ??= knownOf(
    sheet,
    row,
    'status',
    'bad_status',
    (text) => STATUSES.has(text.toLowerCase()),
    remarks
  )
}

/** Not shown unless the file says both that it is active and, where it has an opinion, that it is published. */
export function statusOf({ status, published }: Facts): ProductDraft['status'] {
  const stated = STATUSES.get(status?.toLowerCase() ?? 'active') ?? 'draft'
  return stated === 'active' && published && !parseYesNo(published) ? 'draft' : stated
}

function tagsOf(sheet: Sheet, row: CsvRecord, remarks: Remarks): string[] | undefined {
  const cell = cellOf(sheet, row, 'tags')
  if (!cell) return undefined
  const byFold = new Map<string, string>()
  for (const part of cell.split(',', sheet.limits.tags * 2)) {
    const tag = part.trim()
    if (tag.length > TEXT_LIMITS.tag)
      remarks.problem('too_long', { row, field: 'tags', detail: TEXT_LIMITS.tag })
    if (tag && !byFold.has(tag.toLowerCase())) byFold.set(tag.toLowerCase(), tag)
  }
  if (byFold.size > sheet.limits.tags)
    remarks.problem('too_many_tags', { row, field: 'tags', detail: sheet.limits.tags })
  return [...byFold.values()]
}

function knownOf(
  sheet: Sheet,
  row: CsvRecord,
  field: 'published' | 'status',
  code: 'bad_boolean' | 'bad_status',
  known: (text: string) => boolean,
  remarks: Remarks
): string | undefined {
  const text = cellOf(sheet, row, field)
  if (text && !known(text)) remarks.problem(code, { row, field })
  return text || undefined
}
