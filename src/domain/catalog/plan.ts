import type { Ids } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import type { Existing } from './locks.ts'
import { matchVariants, needsWriting, type Matched, type VariantRow } from './match-variants.ts'
import type { ProductFields } from './schema.ts'

/** What saving a product means: worked out before anything is written, so that many can be written together. */
export type Plan = {
  id: string
  fields: ProductFields
  existing: Existing | undefined
  /** Every variant it will have. */
  matched: Matched[]
  /** Those that are new or read differently. */
  changed: Matched[]
  /** Those whose price or compare-at is another than before. */
  priced: Matched[]
  /** Variants that are no longer named. */
  gone: VariantRow[]
}

/** A variant of the input that claims to be one, and is not this product's, refuses the whole. */
export function makePlan(
  ids: Ids,
  fields: ProductFields,
  existing: Existing | undefined
): Outcome<Plan, 'variant_not_found'> {
  const rows = existing?.variants ?? []
  const matched = matchVariants(ids, rows, fields.variants)
  if (!matched) return refused('variant_not_found')
  const named = new Set(matched.map(({ id }) => id))
  const changed = matched.filter(needsWriting)
  return done({
    id: existing?.row.id ?? ids.next(),
    fields,
    existing,
    matched,
    changed,
    priced: changed.filter(isPriced),
    gone: rows.filter((row) => !row.archivedAt && !named.has(row.id))
  })
}

const isPriced = ({ row, fields }: Matched) =>
  !row || row.price !== fields.price || row.compareAt !== fields.compareAt

/** The stock a plan sets, piece by piece. */
export const levelsOf = ({ matched }: Plan) =>
  matched.flatMap(({ id, fields }) =>
    Object.entries(fields.stock ?? {}).map(([locationId, onHand]) => ({
      variantId: id,
      sku: fields.sku,
      locationId,
      onHand
    }))
  )
