// What the tests of this folder share: files made of arrays, streams cut where a test wants, and items sorted by kind.
import type { ReadItem, ReadNotice, ReadProblem, ReadProduct } from './items.ts'
import { readProducts } from './read-products.ts'
import type { ReadOptions } from './read-products.ts'

export const CLASSIC =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,' +
  'Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,' +
  'Variant Compare At Price,Image Src,Image Position,Image Alt Text,Variant Image,Status'

export const CURRENT =
  'Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,' +
  'Option1 name,Option1 value,Option2 name,Option2 value,Price,Compare-at price,Cost per item,Charge tax,' +
  'Inventory tracker,Inventory quantity,Continue selling when out of stock,Weight value (grams),' +
  'Requires shipping,Product image URL,Image position,Image alt text,Variant image URL,SEO title,SEO description'

type Cells = Record<string, string>

/** A CSV file with these headings; each row names only the cells that matter. */
export function csv(headings: string, rows: Cells[], delimiter = ',', newline = '\n'): string {
  const names = headings.split(',')
  const lines = rows.map((row) => names.map((name) => quote(row[name] ?? '', delimiter)).join(delimiter))
  return [names.join(delimiter), ...lines].join(newline) + newline
}

export function quote(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
}

export async function* chunked(bytes: Uint8Array, size = bytes.length || 1): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export type Told = {
  items: ReadItem[]
  products: ReadProduct[]
  problems: ReadProblem[]
  notices: ReadNotice[]
}

/** Reads a whole file, in euros unless told otherwise. */
export async function read(
  file: string | Uint8Array,
  options: Partial<ReadOptions> = {},
  size?: number
): Promise<Told> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  return collect(readProducts(() => chunked(bytes, size), { currency: 'EUR', ...options }))
}

export async function collect(reading: AsyncIterable<ReadItem>): Promise<Told> {
  const told: Told = { items: [], products: [], problems: [], notices: [] }
  for await (const item of reading) {
    told.items.push(item)
    if (item.kind === 'product') told.products.push(item)
    if (item.kind === 'problem') told.problems.push(item)
    if (item.kind === 'notice') told.notices.push(item)
  }
  return told
}

export const codes = (remarks: { code: string }[]) => remarks.map(({ code }) => code)
export const handles = ({ products }: Told) => products.map(({ draft }) => draft.handle)
