import { fold } from '../columns.ts'
import type { CsvRecord } from '../records.ts'
import { slug, toHandle } from '../slug.ts'
import { columnsBy, faultRow, pictureRow, sayRow, translatedHeader } from './format.ts'
import type { Columns, Format, Gathered, OpenOptions, Said } from './format.ts'
import { htmlOf, listOf } from './parts.ts'

const NAMES = {
  productid: 'id',
  producthandle: 'handle',
  producttitle: 'title',
  productstatus: 'status',
  productdescription: 'description',
  producttype: 'type',
  producttags: 'tags',
  productcollectiontitle: 'collection',
  productthumbnail: 'thumbnail',
  productweight: 'productWeight',
  variantsku: 'sku',
  variantbarcode: 'barcode',
  variantean: 'ean',
  variantupc: 'upc',
  variantinventoryquantity: 'quantity',
  variantallowbackorder: 'backorder',
  variantmanageinventory: 'managed',
  variantweight: 'weight',
  varianttitle: 'variantTitle'
} as const

type MedusaName = (typeof NAMES)[keyof typeof NAMES]
type Medusa = Columns<MedusaName> & {
  price: number
  images: number[]
  tagCells: number[]
  options: [number, number][]
}

const PRICE = /^(?:variant\s+)?price\s+(?:(.*?)\s*\[([a-z]{3})\]|([a-z]{3}))$/i
const IMAGE = /^(?:product)?image(\d+)(?:url)?$/
const TAG = /^producttag(\d+)$/
const OPTION = /^(?:variant)?option(\d+)(name|value)$/

/** Medusa's product files: the template of version 1 and the export of version 2; prices stand in a column a currency. */
export const medusa: Format = {
  name: 'medusa',
  score(headings) {
    const known = headings.filter((heading) => isMedusa(heading)).length
    return headings.some((heading) => fold(heading) === 'producttitle') && known > 3 ? known : 0
  },
  open(headings, options) {
    const found = openMedusa(headings, options.currency)
    if (found.at.title === undefined) return { missing: 'Product Title' }
    if (found.price < 0) return { missing: `Price ${options.currency}` }
    return {
      header: headerOf(found, headings),
      keysOf: (record) => {
        const key = found.cell(record, 'handle') || found.cell(record, 'id') || found.cell(record, 'title')
        return key ? { own: [key], of: key } : { own: [] }
      },
      translate: (gathered) => translate(found, options, gathered)
    }
  }
}

const isMedusa = (heading: string): boolean => {
  const folded = fold(heading)
  return (
    folded in NAMES || PRICE.test(heading) || IMAGE.test(folded) || TAG.test(folded) || OPTION.test(folded)
  )
}

function openMedusa(headings: readonly string[], currency: string): Medusa {
  const columns = columnsBy<MedusaName>(headings, (folded) => NAMES[folded as keyof typeof NAMES])
  const folded = headings.map(fold)
  const matching = (pattern: RegExp) => folded.flatMap((name, index) => (pattern.test(name) ? index : []))
  const options = new Map<string, [number, number]>()
  folded.forEach((name, index) => {
    const [, number = '', part = ''] = OPTION.exec(name) ?? []
    if (!part) return
    const pair = options.get(number) ?? [-1, -1]
    pair[part === 'name' ? 0 : 1] = index
    options.set(number, pair)
  })
  const used = (heading: string) => isMedusa(heading)
  return {
    ...columns,
    ignored: columns.ignored.filter((heading) => !used(heading)),
    price: priceColumn(headings, currency),
    images: matching(IMAGE),
    tagCells: matching(TAG),
    options: [...options.values()].filter(([name, value]) => name >= 0 && value >= 0)
  }
}

/** The shop's own currency for everyone; where there is none, of the first region that has it. */
function priceColumn(headings: readonly string[], currency: string): number {
  const found = headings.map((heading) => PRICE.exec(heading.trim()))
  const plain = found.findIndex((match) => match?.[3]?.toUpperCase() === currency)
  return plain >= 0 ? plain : found.findIndex((match) => match?.[2]?.toUpperCase() === currency)
}

const headerOf = (found: Medusa, headings: readonly string[]) =>
  translatedHeader(
    {
      handle: found.headings.handle,
      title: found.headings.title,
      description: found.headings.description,
      status: found.headings.status,
      productType: found.headings.type ?? found.headings.collection,
      tags: found.headings.tags ?? headings[found.tagCells[0] ?? -1],
      sku: found.headings.sku,
      barcode: found.headings.barcode,
      quantity: found.headings.quantity,
      continueSelling: found.headings.backorder,
      tracker: found.headings.managed,
      grams: found.headings.weight,
      price: headings[found.price],
      imageUrl: headings[found.images[0] ?? -1] ?? found.headings.thumbnail,
      ...Object.fromEntries(
        found.options.slice(0, 3).flatMap(([name, value], index) => [
          [`optionName${index + 1}`, headings[name]],
          [`optionValue${index + 1}`, headings[value]]
        ])
      )
    },
    found.ignored
  )

const STATES: Record<string, string> = {
  published: 'active',
  proposed: 'draft',
  rejected: 'draft',
  draft: 'draft',
  '': 'draft'
}

function translate(found: Medusa, _: OpenOptions, { records, name }: Gathered): CsvRecord[] {
  const first = records.find((record) => !record.fault) ?? records[0]!
  const given = toHandle(found.cell(first, 'handle'))
  const title = found.cell(first, 'title')
  const handle = given || name(slug(title), found.cell(first, 'sku') || found.cell(first, 'id'))
  const rows: CsvRecord[] = []
  for (const record of records) {
    const filled = found.options.filter(([option]) => record.cells[option]?.trim())
    if (record.fault) rows.push(faultRow(record, handle))
    else if (filled.length > 3) rows.push(faultRow(record, handle, 'too_many_options', String(filled.length)))
    else {
      const images = imagesOf(found, record)
      const facts = record === first ? factsOf(found, record) : {}
      rows.push(sayRow(record, { ...variantOf(found, record), ...facts, handle, imageUrl: images[0] }))
      rows.push(...images.slice(1).map((address) => pictureRow(record, handle, address)))
    }
  }
  return rows
}

function factsOf(found: Medusa, record: CsvRecord): Said {
  const status = found.cell(record, 'status').toLowerCase()
  const tags = [
    ...listOf(found.cell(record, 'tags')),
    ...found.tagCells.map((index) => (record.cells[index] ?? '').trim()).filter(Boolean)
  ]
  return {
    title: found.cell(record, 'title'),
    description: htmlOf(found.cell(record, 'description').replaceAll('\\n', '\n')),
    productType: found.cell(record, 'type') || found.cell(record, 'collection'),
    tags: tags.join(','),
    status: STATES[status] ?? status
  }
}

function variantOf(found: Medusa, record: CsvRecord): Said {
  const said: Said = {
    sku: found.cell(record, 'sku'),
    barcode: found.cell(record, 'barcode') || found.cell(record, 'ean') || found.cell(record, 'upc'),
    price: (record.cells[found.price] ?? '').trim(),
    quantity: found.cell(record, 'quantity'),
    continueSelling: found.cell(record, 'backorder'),
    tracker: found.cell(record, 'managed'),
    grams: found.cell(record, 'weight') || found.cell(record, 'productWeight')
  }
  found.options.slice(0, 3).forEach(([name, value], index) => {
    const slot = (index + 1) as 1 | 2 | 3
    said[`optionName${slot}`] = (record.cells[name] ?? '').trim()
    said[`optionValue${slot}`] = (record.cells[value] ?? '').trim()
  })
  return said
}

/** In the file's order; the thumbnail alone where no other picture is named. */
function imagesOf(found: Medusa, record: CsvRecord): string[] {
  const cells = found.images.map((index) => (record.cells[index] ?? '').trim()).filter(Boolean)
  return [...new Set(cells.length ? cells : [found.cell(record, 'thumbnail')].filter(Boolean))]
}
