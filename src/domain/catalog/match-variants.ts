import type { Ids } from '#platform/ids.ts'
import type { VariantFields } from './schema.ts'

export type VariantRow = {
  id: string
  sku: string
  barcode: string | null
  optionValues: string[]
  position: number
  price: number
  compareAt: number | null
  cost: number | null
  grams: number
  requiresShipping: boolean
  tracked: boolean
  continueSelling: boolean
  pictureId: string | null
  archivedAt: Date | null
}

/** A wanted variant with the id it will have and the row it replaces, if there is one. */
export type Matched = { id: string; row: VariantRow | undefined; position: number; fields: VariantFields }

const choiceKey = (values: readonly string[]) => values.join('\u0000')

/**
 * Finds for every wanted variant the row it is: by id, else by SKU, else by choice. An id that is not the product's
 * gives undefined: it belongs to someone else, or to another product.
 */
export function matchVariants(
  ids: Ids,
  rows: readonly VariantRow[],
  wanted: readonly VariantFields[]
): Matched[] | undefined {
  const free = new Map(rows.map((row) => [row.id, row]))
  const claim = (row: VariantRow | undefined) => {
    if (row) free.delete(row.id)
    return row
  }
  const byId = new Map<VariantFields, VariantRow | undefined>()
  for (const fields of wanted) {
    if (!fields.id) continue
    if (!free.has(fields.id)) return undefined
    byId.set(fields, claim(free.get(fields.id)))
  }
  return wanted.map((fields, position) => {
    const row = fields.id ? byId.get(fields) : claim(findSame(free, fields))
    return { id: row?.id ?? ids.next(), row, position, fields }
  })
}

function findSame(free: ReadonlyMap<string, VariantRow>, fields: VariantFields): VariantRow | undefined {
  const rows = [...free.values()]
  const choice = choiceKey(fields.optionValues)
  return (
    rows.find((row) => row.sku === fields.sku) ??
    rows.find((row) => !row.archivedAt && choiceKey(row.optionValues) === choice)
  )
}

const COMPARED = ['sku', 'barcode', 'price', 'compareAt', 'cost', 'grams', 'requiresShipping', 'tracked', 'continueSelling'] as const // prettier-ignore

/** Whether the row would read differently afterwards. */
export function needsWriting({ row, position, fields }: Matched): boolean {
  if (!row || row.archivedAt || row.position !== position) return true
  if (choiceKey(row.optionValues) !== choiceKey(fields.optionValues)) return true
  if (fields.pictureId !== undefined && fields.pictureId !== row.pictureId) return true
  return COMPARED.some((key) => row[key] !== fields[key])
}
