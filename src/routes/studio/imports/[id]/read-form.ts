import { RECORDS } from '../format-name.ts'
import type { ReadingInput } from '#domain/imports/index.ts'

/**
 * What the preview's form says: a format, or for each column (`column-0`, `column-1`, …) what it is. The first column of
 * a meaning counts.
 */
export function readingOf(form: FormData): ReadingInput {
  const overwriteStock = form.has('overwriteStock')
  const format = String(form.get('format') ?? '')
  if (isRecords(format)) return { kind: format }
  if (format !== 'mapped') return { format: (format || null) as ReadingInput['format'], overwriteStock }
  const kind = String(form.get('kind'))
  const mapping: Record<string, number> = {}
  for (const [name, value] of form) {
    const column = /^column-(\d{1,3})$/.exec(name)?.[1]
    if (column && value && mapping[String(value)] === undefined) mapping[String(value)] = Number(column)
  }
  return isRecords(kind) ? { kind, mapping } : { format, mapping, overwriteStock }
}

const isRecords = (said: string): said is (typeof RECORDS)[number] =>
  (RECORDS as readonly string[]).includes(said)
