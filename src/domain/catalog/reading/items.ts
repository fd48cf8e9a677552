import type { ProductDraft } from './draft.ts'

/** Reasons the whole file is refused; reading stops there. */
export const FILE_PROBLEM_CODES = [
  'empty_file',
  'binary_file',
  'spreadsheet_file',
  'html_file',
  'unknown_header',
  'missing_column',
  'too_many_columns',
  'too_many_rows',
  'no_rows',
  'unknown_xml',
  'xml_doctype',
  'xml_too_deep',
  'xml_broken',
  'encoding_unknown'
] as const

/** Reasons one product, or one unreadable stretch of rows, is refused; reading goes on. */
export const ROW_PROBLEM_CODES = [
  'column_count',
  'malformed_quotes',
  'unterminated_quote',
  'cell_too_large',
  'nul_character',
  'lines_skipped',
  'missing_handle',
  'missing_title',
  'missing_price',
  'too_long',
  'too_many_tags',
  'too_many_variants',
  'too_many_images',
  'product_too_large',
  'scattered_product',
  'already_refused',
  'bad_status',
  'bad_boolean',
  'bad_number',
  'negative_number',
  'number_too_large',
  'bad_amount',
  'negative_amount',
  'ambiguous_amount',
  'amount_too_large',
  'too_many_decimals',
  'currency_mismatch',
  'missing_option_name',
  'missing_option_value',
  'option_conflict',
  'duplicate_options',
  'duplicate_sku',
  'parent_missing',
  'type_grouped',
  'type_external',
  'too_many_options',
  'bad_availability',
  'bad_date',
  'bad_email',
  'bad_kind',
  'bad_coupon',
  'missing_email',
  'missing_number',
  'record_too_large'
] as const

/** Every problem a reading can report: a closed set, so that each has its translated message. */
export const PROBLEM_CODES = [...FILE_PROBLEM_CODES, ...ROW_PROBLEM_CODES] as const

/** Things worth telling that refuse nothing by themselves. */
export const NOTICE_CODES = [
  'columns_ignored',
  'encoding_assumed',
  'encoding_repaired',
  'quotes_repaired',
  'handle_returned',
  'image_ignored',
  'barcode_damaged',
  'negative_stock',
  'sale_later',
  'shared_stock',
  'variant_hidden',
  'product_skipped'
] as const

export type FileProblemCode = (typeof FILE_PROBLEM_CODES)[number]
export type RowProblemCode = (typeof ROW_PROBLEM_CODES)[number]
export type ProblemCode = FileProblemCode | RowProblemCode
export type NoticeCode = (typeof NOTICE_CODES)[number]

/** First and last row of a product, numbered as a spreadsheet does: the header is row 1. */
export type RowRange = [first: number, last: number]

type Remark = { row: number; column?: string; detail?: string; raw?: string; handle?: string }

/** `apart` lists the stretches of rows of a product whose rows do not stand together. */
export type ReadProduct = { kind: 'product'; draft: ProductDraft; rows: RowRange; apart?: RowRange[] }
export type ReadProblem = { kind: 'problem'; code: ProblemCode } & Remark
export type ReadNotice = { kind: 'notice'; code: NoticeCode; rows?: RowRange; apart?: RowRange[] } & Remark
export type ReadItem = ReadProduct | ReadProblem | ReadNotice
