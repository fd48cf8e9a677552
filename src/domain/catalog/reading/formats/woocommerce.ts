import { slug } from '../slug.ts'
import type { NoticeCode } from '../items.ts'
import type { CsvRecord } from '../records.ts'
import { faultRow, pictureRow, sayRow, translatedHeader } from './format.ts'
import type { Format, Gathered, OpenOptions, Opened, Said } from './format.ts'
import { addressesIn, htmlOf, lastWord, listOf, pathWords } from './parts.ts'
import { attributesOf, factsHtml, openWoo, plainText, wooName } from './woocommerce-columns.ts'
import type { Woo } from './woocommerce-columns.ts'
import { sellingOf } from './woocommerce-selling.ts'

/**
 * The file that WooCommerce's own product export writes. Variations name their parent by SKU or `id:n` and may stand
 * anywhere; grouped and external products are told as not taken.
 */
export const woocommerce: Format = {
  name: 'woocommerce',
  score(headings) {
    const { at } = openWoo(headings)
    if (at.name === undefined || at.regularPrice === undefined) return 0
    return headings.filter((heading) => wooName(heading)).length
  },
  open(headings, options) {
    const woo = openWoo(headings)
    if (woo.at.name === undefined) return { missing: 'Name' }
    if (woo.at.regularPrice === undefined) return { missing: 'Regular price' }
    return { header: headerOf(woo), keysOf: keysIn(woo), translate: translateIn(woo, options) }
  }
}

const headerOf = ({ headings, ignored }: Woo) =>
  translatedHeader(
    {
      title: headings.name,
      description: headings.description,
      sku: headings.sku,
      price: headings.regularPrice,
      compareAt: headings.regularPrice,
      quantity: headings.stock,
      grams: headings.weightkg ?? headings.weightg ?? headings.weightlbs ?? headings.weightoz,
      barcode: headings.gtin,
      tags: headings.tags ?? headings.categories,
      imageUrl: headings.images,
      variantImage: headings.images,
      productType: headings.categories,
      vendor: headings.brands,
      optionName1: 'Attribute 1 name',
      optionName2: 'Attribute 2 name',
      optionName3: 'Attribute 3 name',
      optionValue1: 'Attribute 1 value(s)',
      optionValue2: 'Attribute 2 value(s)',
      optionValue3: 'Attribute 3 value(s)'
    },
    ignored
  )

const typesOf = (woo: Woo, record: CsvRecord) => listOf(woo.cell(record, 'type').toLowerCase())
const isVariation = (woo: Woo, record: CsvRecord) => typesOf(woo, record).includes('variation')

/** Parents are known by SKU and by id; `id:12` and a SKU that reads so are told apart by their prefix. */
const keysIn =
  (woo: Woo): Opened['keysOf'] =>
  (record) => {
    const parent = plainText(woo.cell(record, 'parent'))
    const of = /^id:\d+$/i.test(parent) ? parent.toLowerCase() : `sku:${parent}`
    if (isVariation(woo, record) || (parent && !typesOf(woo, record).length)) return { own: [], of }
    const [id, sku] = [woo.cell(record, 'id'), plainText(woo.cell(record, 'sku'))]
    return { own: [...(id ? [`id:${id}`] : []), ...(sku ? [`sku:${sku}`] : [])] }
  }

const translateIn =
  (woo: Woo, options: OpenOptions) =>
  ({ records, head, name }: Gathered): CsvRecord[] => {
    const parent = records.find(({ row }) => row === head) ?? records[0]!
    if (isVariation(woo, parent)) return [faultRow(parent, '', 'parent_missing', woo.cell(parent, 'parent'))]
    const tail = plainText(woo.cell(parent, 'sku')) || woo.cell(parent, 'id')
    const handle = name(slug(plainText(woo.cell(parent, 'name'))), tail)
    if (parent.fault) return [faultRow(parent, handle)]
    const types = typesOf(woo, parent)
    if (types.includes('grouped')) return [faultRow(parent, handle, 'type_grouped')]
    if (types.includes('external')) return [faultRow(parent, handle, 'type_external')]
    const variations = records.filter((record) => record !== parent)
    return types.includes('variable') || variations.length
      ? variable(woo, options, { parent, variations, handle })
      : simple(woo, options, { parent, handle })
  }

type One = { parent: CsvRecord; handle: string }

function simple(woo: Woo, options: OpenOptions, { parent, handle }: One): CsvRecord[] {
  const { said, notices } = sellingOf(woo, options, parent)
  const facts = factsOf(woo, parent, handle, attributesOf(woo, parent))
  return [sayRow(parent, { ...facts, ...said }, notices), ...morePictures(woo, parent, handle)]
}

/** The parent's row tells of the product, the others are its variants; what they vary in are its options. */
function variable(
  woo: Woo,
  options: OpenOptions,
  { parent, variations, handle }: One & { variations: CsvRecord[] }
): CsvRecord[] {
  const names = [
    ...new Set(variations.flatMap((one) => attributesOf(woo, one).map((attribute) => attribute.name)))
  ]
  if (names.length > 3) return [faultRow(parent, handle, 'too_many_options', names.join(', '))]
  const told = attributesOf(woo, parent).filter((attribute) => !names.includes(attribute.name))
  const rows = [sayRow(parent, factsOf(woo, parent, handle, told)), ...morePictures(woo, parent, handle)]
  const shared = sharedStock(woo, parent, variations)
  let first = true
  for (const one of variations) {
    if (one.fault) rows.push(faultRow(one, handle))
    else if (/^(0|-1)$/.test(woo.cell(one, 'published')))
      rows.push(sayRow(one, { handle }, ['variant_hidden']))
    else {
      rows.push(
        variant(
          woo,
          options,
          { one, handle, names, parent },
          shared === undefined ? undefined : { pieces: first ? shared : '0' }
        )
      )
      first = false
    }
  }
  return rows
}

type Variation = { one: CsvRecord; parent: CsvRecord; handle: string; names: string[] }

function variant(
  woo: Woo,
  options: OpenOptions,
  { one, parent, handle, names }: Variation,
  shared: { pieces: string } | undefined
): CsvRecord {
  const { said, notices } = sellingOf(woo, options, one, parent)
  const choice: Said = {}
  const values = attributesOf(woo, one)
  names.forEach((name, index) => {
    const slot = (index + 1) as 1 | 2 | 3
    choice[`optionName${slot}`] = name
    choice[`optionValue${slot}`] = values.find((attribute) => attribute.name === name)?.value ?? ''
  })
  const [image = ''] = addressesIn(woo.cell(one, 'images'))
  const stock: Said = shared ? { quantity: shared.pieces, tracker: 'shop' } : {}
  const told: NoticeCode[] = shared && shared.pieces !== '0' ? [...notices, 'shared_stock'] : notices
  return sayRow(one, { handle, ...said, ...stock, ...choice, variantImage: image }, told)
}

/** Stock that the parent counts for all its variations together, of which none counts its own. */
function sharedStock(woo: Woo, parent: CsvRecord, variations: readonly CsvRecord[]): string | undefined {
  const pieces = woo.cell(parent, 'stock')
  const counted = variations.some((one) => /^-?\d/.test(woo.cell(one, 'stock')))
  return /^\d/.test(pieces) && !counted ? pieces : undefined
}

function factsOf(woo: Woo, record: CsvRecord, handle: string, told: ReturnType<typeof attributesOf>): Said {
  const words = plainText(woo.cell(record, 'description')) || plainText(woo.cell(record, 'shortDescription'))
  const categories = listOf(woo.cell(record, 'categories'))
  const [image = ''] = addressesIn(woo.cell(record, 'images'))
  const hidden = woo.cell(record, 'visibility').toLowerCase() === 'hidden'
  const published = woo.cell(record, 'published')
  return {
    handle,
    title: plainText(woo.cell(record, 'name')),
    description: htmlOf(words.replaceAll('\\n', '\n')) + factsHtml(told),
    vendor: listOf(woo.cell(record, 'brands'))[0],
    productType: lastWord(categories),
    tags: [...new Set([...pathWords(categories), ...listOf(woo.cell(record, 'tags'))])].join(','),
    status: hidden || (published && published !== '1') ? 'draft' : 'active',
    imageUrl: image
  }
}

const morePictures = (woo: Woo, record: CsvRecord, handle: string): CsvRecord[] =>
  addressesIn(woo.cell(record, 'images'))
    .slice(1)
    .map((address) => pictureRow(record, handle, address))
