import { remarkText, type Preview } from '#domain/imports/index.ts'
import type { Locale } from '#domain/shops/index.ts'
import { mappingNames } from './mapping-names.ts'

/** A preview in the reader's words. */
export const shownPreview = (preview: Preview, locale: Locale) => ({
  ...preview,
  fields: mappingNames(preview.kind, preview.fields),
  problem: preview.problem && remarkText(preview.problem, locale),
  lines: preview.lines.map((line) => ({
    ...line,
    remarks: line.remarks.map((remark) => ({ ...remark, text: remarkText(remark, locale) }))
  }))
})

export type ShownPreview = ReturnType<typeof shownPreview>
