import type { FileProblemCode, NoticeCode } from './items.ts'
import type { CsvRecord } from './records.ts'

/** Why reading must stop in the middle of a file. */
export type FileFault = { code: FileProblemCode; row: number; detail?: string }

/** A file's bytes as rows, the heading first; blank ones are left out. */
export type Source = {
  read(bytes: Uint8Array, last: boolean): Generator<CsvRecord, FileFault | undefined>
  /** How much of the text it was given it has gone through, from 0 to 1. */
  share(): number
  /** Whether the encoding had to be guessed or mended. */
  notice(): NoticeCode | undefined
}
