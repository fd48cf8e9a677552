import type { NoticeCode } from '../items.ts'
import type { CsvRecord } from '../records.ts'
import type { OpenOptions, Said } from './format.ts'
import { gramsText, listOf, momentOf, saleNow } from './parts.ts'
import { plainText } from './woocommerce-columns.ts'
import type { Woo } from './woocommerce-columns.ts'

const UNITS = ['kg', 'g', 'lbs', 'oz'] as const

/** What a simple product or a variation says about its price, stock and parcel; `parent` lends what it leaves open. */
export function sellingOf(
  woo: Woo,
  { now }: OpenOptions,
  record: CsvRecord,
  parent: CsvRecord = record
): { said: Said; notices: NoticeCode[] } {
  const cell = (name: Parameters<Woo['cell']>[1]) => woo.cell(record, name)
  const held = { from: momentOf(cell('saleFrom')), to: momentOf(cell('saleTo'), true) }
  const { price, compareAt, later } = saleNow(cell('regularPrice'), cell('salePrice'), held, now)
  const types = listOf(cell('type').toLowerCase())
  const tax = cell('taxStatus').toLowerCase()
  const said: Said = {
    sku: plainText(cell('sku')),
    barcode: plainText(cell('gtin')),
    price,
    compareAt,
    cost: cell('cost'),
    grams: weightOf(woo, record) || weightOf(woo, parent),
    requiresShipping: types.includes('virtual') ? 'no' : 'yes',
    taxable: tax && tax !== 'taxable' ? 'no' : 'yes',
    ...stockOf(woo, record)
  }
  return { said, notices: later ? ['sale_later'] : [] }
}

/** Without a number, "in stock" is not counted, and "not in stock" is none. */
function stockOf(woo: Woo, record: CsvRecord): Said {
  const pieces = woo.cell(record, 'stock')
  const state = woo.cell(record, 'inStock').toLowerCase()
  const backorders = /^(1|yes|notify)$/i.test(woo.cell(record, 'backorders')) || state === 'backorder'
  const counted = pieces !== '' && pieces.toLowerCase() !== 'parent'
  const none = /^(0|no|false|backorder|outofstock)$/.test(state)
  return {
    tracker: counted || none ? 'shop' : 'no',
    quantity: counted ? pieces : none ? '0' : '',
    continueSelling: backorders ? 'yes' : 'no'
  }
}

function weightOf(woo: Woo, record: CsvRecord): string {
  const unit = UNITS.find((one) => woo.at[`weight${one}`] !== undefined)
  const text = unit ? woo.cell(record, `weight${unit}`) : ''
  return unit && text ? gramsText(text, unit) : ''
}
