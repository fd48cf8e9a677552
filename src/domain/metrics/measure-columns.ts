import { sql, type RawBuilder } from 'kysely'
import { KINDS, MEASURES, REVENUE, type Measure } from './measures.ts'

/** A measure as a sum over rows of the rollup; null where no row speaks of it. */
function sumOf(measure: Measure): RawBuilder<number | null> {
  if (measure === 'revenue' || measure === 'revenueElsewhere')
    return sql`sum(amount) filter (where kind = any(${REVENUE[measure]}))`
  const [plus, minus = ''] = KINDS[measure]
  return sql`sum(case when kind = any(${plus}) then quantity else -quantity end)
    filter (where kind = any(${[...plus, minus]}))`
}

/** Columns for a select over the rollup. `known` are the measures whose absence is a true 0. */
export const measureColumns = (known: readonly Measure[]): RawBuilder<unknown> =>
  sql.join(
    MEASURES.map((measure) =>
      known.includes(measure)
        ? sql`coalesce(${sumOf(measure)}, 0) as ${sql.ref(measure)}`
        : sql`${sumOf(measure)} as ${sql.ref(measure)}`
    )
  )
