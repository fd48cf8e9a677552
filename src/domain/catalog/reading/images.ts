import type { DraftImage } from './draft.ts'
import { TEXT_LIMITS } from './limits.ts'
import { integerOf } from './quantities.ts'
import type { CsvRecord } from './records.ts'
import { textOf } from './sheet.ts'
import type { Remarks, Sheet } from './sheet.ts'

/** Pictures by url, so that one repeated on every row counts once. */
export type Images = Map<string, { position?: number; alt?: string }>

/** A web address, or nothing: anything but http and https (relative, `javascript:`, `file:`) is left out with a notice. */
export function imageUrlOf(
  sheet: Sheet,
  row: CsvRecord,
  field: 'imageUrl' | 'variantImage',
  remarks: Remarks
) {
  const text = textOf(sheet, row, field, TEXT_LIMITS.url, remarks)
  if (!text) return undefined
  const url = text.startsWith('//') ? `https:${text}` : text
  if (/^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url)) return url
  remarks.notice('image_ignored', { row, field })
  return undefined
}

/** Adds the picture a row names, and the one its variant shows. */
export function addImages(
  sheet: Sheet,
  row: CsvRecord,
  images: Images,
  shown: string | undefined,
  remarks: Remarks
) {
  const url = imageUrlOf(sheet, row, 'imageUrl', remarks)
  if (url && !images.get(url)?.position) {
    const alt = textOf(sheet, row, 'imageAlt', TEXT_LIMITS.alt, remarks)
    images.set(url, {
      position: integerOf(sheet, row, 'imagePosition', remarks),
      alt: alt ?? images.get(url)?.alt
    })
  }
  if (shown && !images.has(shown)) images.set(shown, {})
}

/** In the file's order of positions, those without one last; numbered anew from 1. */
export function orderedImages(images: Images): DraftImage[] {
  return [...images]
    .map(([url, { position, alt }]) => ({ url, position: position ?? Infinity, alt }))
    .sort((a, b) => (a.position === b.position ? 0 : a.position - b.position))
    .map((image, index) => ({ ...image, position: index + 1 }))
}
