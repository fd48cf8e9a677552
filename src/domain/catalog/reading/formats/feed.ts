import type { NoticeCode } from '../items.ts'
import type { CsvRecord } from '../records.ts'
import { slug } from '../slug.ts'
import { feedName, openFeed } from './feed-columns.ts'
import type { Feed } from './feed-columns.ts'
import { optionsOf } from './feed-options.ts'
import { picturesOf } from './feed-pictures.ts'
import { availabilityOf } from './feed-stock.ts'
import { faultRow, pictureRow, sayRow, translatedHeader } from './format.ts'
import type { Format, Gathered, OpenOptions, Said } from './format.ts'
import { gramsText, htmlOf, lastWord, momentOf, pathWords, saleNow } from './parts.ts'

/** A product feed as Google Merchant, Meta and Pinterest take it; items of one `item_group_id` are one product. */
export const feed: Format = {
  name: 'feed',
  score(headings) {
    const { at } = openFeed(headings)
    const told = [at.availability, at.image, at.group, at.link].filter((column) => column !== undefined)
    if (at.id === undefined || at.title === undefined || at.price === undefined || !told.length) return 0
    return headings.filter((heading) => feedName(heading)).length
  },
  open(headings, options) {
    const columns = openFeed(headings)
    const missing = (['id', 'title', 'price'] as const).find((name) => columns.at[name] === undefined)
    if (missing) return { missing }
    const keyOf = (record: CsvRecord) => columns.cell(record, 'group') || columns.cell(record, 'id')
    return {
      header: headerOf(columns),
      keysOf: (record) => {
        const key = keyOf(record)
        return key ? { own: [key], of: key } : { own: [] }
      },
      translate: (gathered) => translate(columns, options, gathered)
    }
  }
}

const headerOf = ({ headings, ignored }: Feed) =>
  translatedHeader(
    {
      handle: headings.link,
      title: headings.title,
      description: headings.richDescription ?? headings.description,
      vendor: headings.brand,
      productType: headings.productType,
      tags: headings.productType,
      sku: headings.id,
      barcode: headings.gtin,
      price: headings.price,
      compareAt: headings.price,
      quantity: headings.quantity,
      grams: headings.weight,
      cost: headings.cost,
      status: headings.status ?? headings.visibility,
      imageUrl: headings.image,
      variantImage: headings.image
    },
    ignored
  )

function translate(feed: Feed, options: OpenOptions, { records, name }: Gathered): CsvRecord[] {
  const readable = records.filter((record) => !record.fault)
  const first = readable[0] ?? records[0]!
  const handle = name(addressIn(feed, first) || slug(feed.cell(first, 'title')), feed.cell(first, 'id'))
  const { title, choices } = optionsOf(feed, readable)
  if (choices.names.length > 3) return [faultRow(first, handle, 'too_many_options', choices.names.join(', '))]
  const facts = { ...factsOf(feed, first, handle), title }
  const rows: CsvRecord[] = []
  for (const record of records) {
    if (record.fault) rows.push(faultRow(record, handle))
    else
      rows.push(
        ...itemRows(feed, options, record, record === first ? facts : { handle }, choices.said(record))
      )
  }
  return rows
}

function itemRows(
  feed: Feed,
  options: OpenOptions,
  record: CsvRecord,
  facts: Said & { handle: string },
  choice: Said
) {
  const stock = availabilityOf(feed.cell(record, 'availability'), feed.cell(record, 'quantity'))
  if (!stock)
    return [
      faultRow(record, facts.handle, 'bad_availability', feed.cell(record, 'availability').slice(0, 60))
    ]
  const { said, notices } = sellingOf(feed, options, record)
  const [image = '', ...more] = picturesOf(feed, record)
  const row = sayRow(
    record,
    { ...said, ...stock, ...choice, ...facts, imageUrl: image, variantImage: image },
    notices
  )
  return [row, ...more.map((address) => pictureRow(record, facts.handle, address))]
}

function factsOf(feed: Feed, record: CsvRecord, handle: string): Said & { handle: string } {
  const types = feed.cell(record, 'productType').split(/[,\n]/).filter(Boolean)
  const [state, visibility] = [feed.cell(record, 'status'), feed.cell(record, 'visibility')]
  return {
    handle,
    description: feed.cell(record, 'richDescription') || htmlOf(feed.cell(record, 'description')),
    vendor: feed.cell(record, 'brand'),
    productType: lastWord(types),
    tags: pathWords(types).join(','),
    status: /^archived$/i.test(state)
      ? 'archived'
      : /^(hidden|staging)$/i.test(visibility)
        ? 'draft'
        : 'active'
  }
}

function sellingOf(
  feed: Feed,
  { now }: OpenOptions,
  record: CsvRecord
): { said: Said; notices: NoticeCode[] } {
  const [from = '', to = ''] = feed.cell(record, 'saleDates').split('/')
  const held = { from: momentOf(from), to: momentOf(to, true) }
  const sale = saleNow(feed.cell(record, 'price'), feed.cell(record, 'salePrice'), held, now)
  const [, number = '', unit = ''] = /^([\d.,]+)\s*([a-z]+)$/i.exec(feed.cell(record, 'weight')) ?? []
  const said: Said = {
    sku: feed.cell(record, 'id'),
    barcode: feed.cell(record, 'gtin'),
    price: sale.price,
    compareAt: sale.compareAt,
    cost: feed.cell(record, 'cost'),
    grams: number ? gramsText(number, unit) : ''
  }
  return { said, notices: sale.later ? ['sale_later'] : [] }
}

/** The last part of the product's page, if it is words: /products/wool-hat?variant=2 is wool-hat. */
function addressIn(feed: Feed, record: CsvRecord): string {
  const link = feed.cell(record, 'link')
  if (!URL.canParse(link)) return ''
  const parts = new URL(link).pathname.split('/').filter(Boolean)
  const last = decoded(parts.at(-1) ?? '').replace(/\.(html?|php|aspx?)$/i, '')
  return parts.length > 1 && /\p{L}/u.test(last) ? slug(last) : ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
