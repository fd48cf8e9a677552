import type { Field } from './columns.ts'
import type { Header } from './header.ts'
import { isLeftOutHeading } from './left-out-mark.ts'

/** What the owner says the columns are: which column, counted from 0, holds a field. */
export type Mapping = Partial<Record<Field, number>>

/** What a column can be mapped to, in the order it is offered. */
export const MAPPABLE = [
  'title', 'price', 'sku', 'quantity', 'imageUrl', 'description', 'handle', 'compareAt', 'cost', 'barcode', 'vendor',
  'productType', 'tags', 'status', 'published', 'optionName1', 'optionValue1', 'optionName2', 'optionValue2',
  'optionName3', 'optionValue3', 'grams', 'continueSelling', 'requiresShipping', 'taxable', 'imageAlt', 'imagePosition',
  'variantImage', 'seoTitle', 'seoDescription'
] as const satisfies readonly Field[] // prettier-ignore

const LONGEST_HEADING = 100

/** The header as the owner reads it. */
export function mappedHeader(cells: readonly string[], mapping: Mapping): Header {
  const headings = cells.map((cell) => cell.trim().slice(0, LONGEST_HEADING))
  const shift = headings.findIndex((heading) => !isLeftOutHeading(heading))
  const columns = Object.fromEntries(
    Object.entries(mapping)
      .map(([field, index]) => [field, index + Math.max(0, shift)] as const)
      .filter(([, index]) => index < headings.length)
  ) as Header['columns']
  const used = new Set(Object.values(columns))
  const ignored = headings.filter(
    (heading, index) => heading && !used.has(index) && !isLeftOutHeading(heading)
  )
  return { headings, columns, ignored }
}
