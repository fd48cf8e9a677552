import type { FeedFormat } from './schema.ts'
import type { Delivery, Field, Value } from './networks/spec.ts'
import type { Told } from './tell.ts'

/** How a file of one format begins, goes on and ends. */
export type Writer = { head: string; item: (told: Told) => string; foot: string; type: string }

export type FeedHead = { title: string; link: string; description: string }

/** A writer of the format: RSS 2.0 with Google's namespace, or a table whose columns are the network's fields. */
export function writerOf(format: FeedFormat, fields: readonly Field[], head: FeedHead): Writer {
  if (format === 'xml') return xmlWriter(head)
  const columns = fields.map(([name]) => name)
  return format === 'csv'
    ? tableWriter(columns, ',', quoted, 'text/csv')
    : tableWriter(columns, '\t', flat, 'text/tab-separated-values')
}

function xmlWriter({ title, link, description }: FeedHead): Writer {
  return {
    type: 'application/rss+xml',
    head:
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">\n<channel>\n' +
      `<title>${xml(title)}</title>\n<link>${xml(link)}</link>\n<description>${xml(description)}</description>\n`,
    item: (told) => `<item>${told.map(([name, value]) => elements(name, value)).join('')}</item>\n`,
    foot: '</channel>\n</rss>\n'
  }
}

const isDelivery = (value: unknown): value is Delivery => typeof value === 'object'

function elements(name: string, value: Value): string {
  const values: readonly (string | Delivery)[] = typeof value === 'string' ? [value] : value
  return values.map((one) => `<g:${name}>${isDelivery(one) ? nested(one) : xml(one)}</g:${name}>`).join('')
}

const nested = ({ country, service, price }: Delivery): string =>
  `<g:country>${country}</g:country><g:service>${xml(service)}</g:service><g:price>${price}</g:price>`

// What XML 1.0 has no way to write: controls, lone halves of characters, the last two code points of the plane.
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const xml = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)

function tableWriter(
  columns: readonly string[],
  delimiter: string,
  cell: (text: string) => string,
  type: string
): Writer {
  const line = (cells: readonly string[]) => `${cells.map(cell).join(delimiter)}\r\n`
  return {
    type,
    head: line(columns),
    item: (told) => {
      const values = new Map(told)
      return line(columns.map((name) => inOneCell(values.get(name) ?? '')))
    },
    foot: ''
  }
}

/** Several values share a cell with commas; a delivery is country, region, service and price with colons. */
const inOneCell = (value: Value): string =>
  typeof value === 'string'
    ? value
    : value
        .map((one) =>
          isDelivery(one) ? `${one.country}::${one.service.replace(/[:,]/g, ' ')}:${one.price}` : one
        )
        .join(',')

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A table of tabs has no quotes: what would end a cell or a row becomes a space. */
const flat = (text: string): string => text.replace(/[\t\r\n]+/g, ' ').replaceAll('"', "'")
