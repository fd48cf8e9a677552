import * as m from '#messages'
import type { NoticeCode, ProblemCode } from '#domain/catalog/index.ts'
import type { Locale } from '#domain/shops/index.ts'
import type { SAVE_PROBLEM_CODES } from './remarks.ts'

type Code =
  ProblemCode | (typeof SAVE_PROBLEM_CODES)[number] | Exclude<NoticeCode, 'product_skipped'> | 'file_missing'
type Words = (inputs: { detail: string }, options: { locale: Locale }) => string

const WORDS: Record<Code, Words> = {
  empty_file: m.import_problem_empty_file,
  binary_file: m.import_problem_binary_file,
  spreadsheet_file: m.import_problem_spreadsheet_file,
  html_file: m.import_problem_html_file,
  unknown_header: m.import_problem_unknown_header,
  missing_column: m.import_problem_missing_column,
  too_many_columns: m.import_problem_too_many_columns,
  too_many_rows: m.import_problem_too_many_rows,
  no_rows: m.import_problem_no_rows,
  file_missing: m.import_problem_file_missing,
  column_count: m.import_problem_column_count,
  malformed_quotes: m.import_problem_malformed_quotes,
  unterminated_quote: m.import_problem_unterminated_quote,
  cell_too_large: m.import_problem_cell_too_large,
  nul_character: m.import_problem_nul_character,
  lines_skipped: m.import_problem_lines_skipped,
  missing_handle: m.import_problem_missing_handle,
  missing_title: m.import_problem_missing_title,
  missing_price: m.import_problem_missing_price,
  too_long: m.import_problem_too_long,
  too_many_tags: m.import_problem_too_many_tags,
  too_many_variants: m.import_problem_too_many_variants,
  too_many_images: m.import_problem_too_many_images,
  product_too_large: m.import_problem_product_too_large,
  scattered_product: m.import_problem_scattered_product,
  already_refused: m.import_problem_already_refused,
  bad_status: m.import_problem_bad_status,
  bad_boolean: m.import_problem_bad_boolean,
  bad_number: m.import_problem_bad_number,
  negative_number: m.import_problem_negative_number,
  number_too_large: m.import_problem_number_too_large,
  bad_amount: m.import_problem_bad_amount,
  negative_amount: m.import_problem_negative_amount,
  ambiguous_amount: m.import_problem_ambiguous_amount,
  amount_too_large: m.import_problem_amount_too_large,
  too_many_decimals: m.import_problem_too_many_decimals,
  currency_mismatch: m.import_problem_currency_mismatch,
  missing_option_name: m.import_problem_missing_option_name,
  missing_option_value: m.import_problem_missing_option_value,
  option_conflict: m.import_problem_option_conflict,
  duplicate_options: m.import_problem_duplicate_options,
  duplicate_sku: m.import_problem_duplicate_sku,
  invalid: m.import_problem_invalid,
  choice_mismatch: m.import_problem_choice_mismatch,
  choice_twice: m.import_problem_choice_twice,
  sku_twice: m.import_problem_sku_twice,
  sku_taken: m.import_problem_sku_taken,
  stock_promised: m.import_problem_stock_promised,
  parent_missing: m.import_problem_parent_missing,
  type_grouped: m.import_problem_type_grouped,
  type_external: m.import_problem_type_external,
  too_many_options: m.import_problem_too_many_options,
  bad_availability: m.import_problem_bad_availability,
  unknown_xml: m.import_problem_unknown_xml,
  xml_doctype: m.import_problem_xml_doctype,
  xml_too_deep: m.import_problem_xml_too_deep,
  xml_broken: m.import_problem_xml_broken,
  encoding_unknown: m.import_problem_encoding_unknown,
  sale_later: m.import_notice_sale_later,
  shared_stock: m.import_notice_shared_stock,
  variant_hidden: m.import_notice_variant_hidden,
  bad_date: m.import_problem_bad_date,
  bad_email: m.import_problem_bad_email,
  bad_kind: m.import_problem_bad_kind,
  bad_coupon: m.import_problem_bad_coupon,
  missing_email: m.import_problem_missing_email,
  missing_number: m.import_problem_missing_number,
  record_too_large: m.import_problem_record_too_large,
  columns_ignored: m.import_notice_columns_ignored,
  encoding_assumed: m.import_notice_encoding_assumed,
  encoding_repaired: m.import_notice_encoding_repaired,
  quotes_repaired: m.import_notice_quotes_repaired,
  handle_returned: m.import_notice_handle_returned,
  image_ignored: m.import_notice_image_ignored,
  barcode_damaged: m.import_notice_barcode_damaged,
  negative_stock: m.import_notice_negative_stock
}

/** What an import says about a row, in a language; a code nobody knows is said as it is. */
export function remarkText(
  { code, detail }: { code: string; detail?: string | null },
  locale: Locale
): string {
  return Object.hasOwn(WORDS, code) ? WORDS[code as Code]({ detail: detail ?? '' }, { locale }) : code
}
