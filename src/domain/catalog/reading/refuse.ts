import { isProductHeader, missingColumns } from './header.ts'
import type { Header } from './header.ts'
import type { FileProblemCode, ReadItem } from './items.ts'
import type { Limits } from './limits.ts'

const SHOWN_HEADINGS = 20
const RAW_LENGTH = 200

/** Tells why the whole file is refused, and that it is. */
export function* refuseFile(code: FileProblemCode, row: number, detail?: number): Generator<ReadItem, true> {
  yield { kind: 'problem', code, row, detail: detail?.toString() }
  return true
}

/** Why no product can be read under this header, if so. */
export function refuseHeader(header: Header, row: number, limits: Limits): ReadItem | undefined {
  const raw = shown(header.headings)
  if (header.headings.length > limits.columns) return tooManyColumns(header.headings, row)
  if (!isProductHeader(header)) return { kind: 'problem', code: 'unknown_header', row, raw }
  const missing = missingColumns(header).join(', ')
  return missing ? { kind: 'problem', code: 'missing_column', row, detail: missing, raw } : undefined
}

export const tooManyColumns = (headings: readonly string[], row: number): ReadItem => ({
  kind: 'problem',
  code: 'too_many_columns',
  row,
  detail: `${headings.length}`,
  raw: shown(headings)
})

const shown = (headings: readonly string[]) =>
  headings.slice(0, SHOWN_HEADINGS).join(', ').slice(0, RAW_LENGTH)

/** The one notice about all columns nothing is made of. */
export function ignoredColumns({ ignored }: Pick<Header, 'ignored'>, row: number): ReadItem {
  const more = ignored.length > SHOWN_HEADINGS ? ', …' : ''
  const detail = ignored.slice(0, SHOWN_HEADINGS).join(', ') + more
  return { kind: 'notice', code: 'columns_ignored', row, detail }
}
