import { LIMITS } from './limits.ts'
import { leaveFile, readFile } from './read-file.ts'
import type { Opener } from './read-file.ts'

/** A row as it stands in the file, numbered as the remarks on it are; the first one is the heading. */
export type FileRow = { row: number; cells: string[] }

/**
 * The heading and the rows that are `wanted`, as they stand, and the file's own delimiter; the items of an XML feed as
 * rows under the names of its elements. Blank rows are passed over.
 */
export async function* readRows(
  open: Opener,
  wanted: (row: number) => boolean
): AsyncGenerator<FileRow & { delimiter: string }, void, undefined> {
  const file = await readFile({ open, limits: LIMITS, place: { bytes: 0 } })
  let headed = false
  try {
    for (let next = await file.rows.next(); !next.done; next = await file.rows.next()) {
      const { row, cells } = next.value
      if (!headed || wanted(row)) yield { row, cells, delimiter: file.found.delimiter }
      headed = true
    }
  } finally {
    await leaveFile(file)
  }
}
