import type { CsvRecord } from '../records.ts'
import type { Feed } from './feed-columns.ts'
import { addressesIn } from './parts.ts'

/** An item's pictures, the main one first: plain addresses, Meta's `[{"url": …}]`, `image[1].url` columns. */
export function picturesOf(feed: Feed, record: CsvRecord): string[] {
  const cells = [
    feed.cell(record, 'image'),
    feed.cell(record, 'moreImages'),
    ...feed.numbered.map((index) => (record.cells[index] ?? '').trim())
  ]
  return [
    ...new Set(cells.flatMap((cell) => (/^[[{]/.test(cell) ? addressesInJson(cell) : addressesIn(cell))))
  ]
}

function addressesInJson(cell: string): string[] {
  let value: unknown
  try {
    value = JSON.parse(cell)
  } catch {
    return addressesIn(cell)
  }
  const all = Array.isArray(value) ? value : [value]
  return all.flatMap((one: unknown) => {
    const url =
      typeof one === 'string' ? one : typeof one === 'object' && one && 'url' in one ? one.url : undefined
    return typeof url === 'string' && url.trim() ? url.trim() : []
  })
}
