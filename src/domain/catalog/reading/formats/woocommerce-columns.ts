import type { CsvRecord } from '../records.ts'
import { columnsBy } from './format.ts'
import type { Columns } from './format.ts'
import { escapeHtml, listOf } from './parts.ts'
import { fold } from '../columns.ts'

const NAMES = {
  id: 'id',
  type: 'type',
  sku: 'sku',
  gtinupceanorisbn: 'gtin',
  name: 'name',
  published: 'published',
  visibilityincatalog: 'visibility',
  shortdescription: 'shortDescription',
  description: 'description',
  datesalepricestarts: 'saleFrom',
  datesalepriceends: 'saleTo',
  taxstatus: 'taxStatus',
  instock: 'inStock',
  stock: 'stock',
  backordersallowed: 'backorders',
  weightkg: 'weightkg',
  weightg: 'weightg',
  weightlbs: 'weightlbs',
  weightoz: 'weightoz',
  saleprice: 'salePrice',
  regularprice: 'regularPrice',
  categories: 'categories',
  tags: 'tags',
  images: 'images',
  parent: 'parent',
  brands: 'brands',
  costofgoods: 'cost',
  cogsvalue: 'cost'
} as const

type WooName = (typeof NAMES)[keyof typeof NAMES]
export type Woo = Columns<WooName> & { attributes: { name: number; value: number }[] }

const ATTRIBUTE = /^attribute(\d+)(name|values?|visible|global|default)$/

/** What a heading of WooCommerce's is, if it is one. */
export const wooName = (heading: string): string | undefined => {
  const folded = fold(heading)
  if (ATTRIBUTE.test(folded)) return folded
  return Object.hasOwn(NAMES, folded) ? NAMES[folded as keyof typeof NAMES] : undefined
}

export function openWoo(headings: readonly string[]): Woo {
  const numbered = new Map<string, { name?: number; value?: number }>()
  headings.forEach((heading, index) => {
    const [, number = '', part = ''] = ATTRIBUTE.exec(fold(heading)) ?? []
    const key = part.startsWith('value') ? 'value' : part === 'name' ? 'name' : undefined
    if (key) numbered.set(number, { [key]: index, ...numbered.get(number) })
  })
  const columns = columnsBy<WooName>(headings, (folded) => NAMES[folded as keyof typeof NAMES])
  const attributes = [...numbered.values()].filter(
    (one): one is { name: number; value: number } => one.name !== undefined && one.value !== undefined
  )
  const ignored = columns.ignored.filter((heading) => !ATTRIBUTE.test(fold(heading)))
  return { ...columns, ignored, attributes }
}

export type Attribute = { name: string; value: string }

/** A row's attributes that have a name, as they stand. */
export const attributesOf = ({ attributes }: Woo, { cells }: CsvRecord): Attribute[] =>
  attributes
    .map(({ name, value }) => ({
      name: plainText(cells[name]?.trim() ?? ''),
      value: plainText(cells[value]?.trim() ?? '').replaceAll('\\,', ',')
    }))
    .filter(({ name }) => name)

/** WooCommerce puts an apostrophe before what a spreadsheet would take for a formula. */
export const plainText = (cell: string): string => (/^'[=+\-@\t]/.test(cell) ? cell.slice(1) : cell)

/** Attributes that nobody chooses are part of the description. */
export const factsHtml = (told: readonly Attribute[]): string => {
  const lines = told
    .filter(({ value }) => value)
    .map(({ name, value }) => `<li>${escapeHtml(name)}: ${escapeHtml(listOf(value).join(', '))}</li>`)
  return lines.length ? `<ul>${lines.join('')}</ul>` : ''
}
