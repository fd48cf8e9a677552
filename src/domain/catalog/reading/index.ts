// Reading a product file: a stream of CSV bytes in, product drafts and plain reasons out; nothing is written here.
export { detect, HEAD_BYTES } from './detect.ts'
export type { Detected } from './detect.ts'
export { FORMAT_NAMES } from './formats/index.ts'
export type { FormatName } from './formats/index.ts'
export { MAPPABLE, mappedHeader } from './mapping.ts'
export type { Mapping } from './mapping.ts'
export { fold } from './columns.ts'
export type { Field } from './columns.ts'
export type { Opener } from './read-file.ts'
export { amountParser } from './amount.ts'
export { guessFormat } from './formats/index.ts'
export { momentOf } from './formats/parts.ts'
export { columnsBy, readRecords } from './read-records.ts'
export type { AnyItem, Columns, ReadRecord, RecordKind, RecordReading } from './read-records.ts'
export type { CsvRecord } from './records.ts'
export { parseYesNo } from './yes-no.ts'
export type { DraftImage, DraftOption, DraftVariant, ProductDraft } from './draft.ts'
export { FILE_PROBLEM_CODES, NOTICE_CODES, PROBLEM_CODES, ROW_PROBLEM_CODES } from './items.ts'
export type {
  NoticeCode,
  ProblemCode,
  ReadItem,
  ReadNotice,
  ReadProblem,
  ReadProduct,
  RowRange
} from './items.ts'
export { LIMITS } from './limits.ts'
export type { Limits } from './limits.ts'
export { readProducts } from './read-products.ts'
export type { ReadOptions } from './read-products.ts'
