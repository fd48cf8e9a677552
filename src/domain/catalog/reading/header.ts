import { meaningOf } from './columns.ts'
import type { Field, Generation } from './columns.ts'
import { isLeftOutHeading } from './left-out-mark.ts'

const LONGEST_HEADING = 100

/** Which column holds which field, and what the file's author called it. */
export type Header = {
  headings: string[]
  columns: Partial<Record<Field, number>>
  ignored: string[]
  generation?: Generation
  /** The file was written here, of rows that were left out before. */
  mended?: boolean
  /** Its rows were put into our words by a format; they are judged there. */
  translated?: boolean
}

/** The first column of a meaning counts; later ones of the same meaning, and unknown ones, are ignored. */
export function readHeader(cells: string[]): Header {
  const header: Header = {
    headings: cells.map((cell) => cell.trim().slice(0, LONGEST_HEADING)),
    columns: {},
    ignored: []
  }
  const hits = { classic: 0, current: 0 }
  header.headings.forEach((heading, index) => {
    const meaning = meaningOf(heading)
    if (meaning?.generation) hits[meaning.generation]++
    if (meaning && header.columns[meaning.field] === undefined) header.columns[meaning.field] = index
    else if (isLeftOutHeading(heading)) header.mended = true
    else if (heading) header.ignored.push(heading)
  })
  if (hits.classic || hits.current) header.generation = hits.current > hits.classic ? 'current' : 'classic'
  return header
}

/** The columns a product file cannot do without, in the file's own generation of names, that this one lacks. */
export function missingColumns({ columns, generation }: Header): string[] {
  const missing: string[] = []
  if (columns.title === undefined) missing.push('Title')
  if (columns.price === undefined) missing.push(generation === 'classic' ? 'Variant Price' : 'Price')
  return missing
}

/** Whether this is the heading of a product file at all: it names products, and something about them. */
export function isProductHeader({ columns }: Header): boolean {
  return (columns.title !== undefined || columns.handle !== undefined) && Object.keys(columns).length > 1
}
