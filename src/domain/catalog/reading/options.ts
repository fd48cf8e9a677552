import type { DraftOption } from './draft.ts'
import { TEXT_LIMITS } from './limits.ts'
import type { CsvRecord } from './records.ts'
import { textOf } from './sheet.ts'
import type { Remarks, Sheet } from './sheet.ts'

const SLOTS = [1, 2, 3] as const

/** The names of a product's options, and for each variant its row and values, slot by slot; blank where not given. */
export type OptionTable = { names: string[]; rows: { row: CsvRecord; values: string[] }[] }

/** A product's options, and each variant's values in their order. */
export type Settled = { options: DraftOption[]; values: string[][] }

/** Notes the option names a row gives. A name said twice must be the same. */
export function addOptionNames(sheet: Sheet, row: CsvRecord, table: OptionTable, remarks: Remarks): void {
  SLOTS.forEach((slot, index) => {
    const field = `optionName${slot}` as const
    const name = textOf(sheet, row, field, TEXT_LIMITS.optionName, remarks)
    if (name && table.names[index] && table.names[index] !== name)
      remarks.problem('option_conflict', { row, field })
    if (name) table.names[index] ??= name
  })
}

export function addOptionValues(sheet: Sheet, row: CsvRecord, table: OptionTable, remarks: Remarks): void {
  const values = SLOTS.map(
    (slot) => textOf(sheet, row, `optionValue${slot}`, TEXT_LIMITS.optionValue, remarks) ?? ''
  )
  table.rows.push({ row: { ...row, cells: [] }, values })
}

/** Options with their values in order of appearance, and each variant's values; refuses gaps and repeated combinations. */
export function settleOptions(table: OptionTable, remarks: Remarks): Settled {
  if (isPlaceholder(table)) return { options: [], values: [[]] }
  const used = SLOTS.map((slot) => slot - 1).filter((slot) => table.names[slot])
  const combinations = new Map<string, number>()
  for (const { row, values } of table.rows) {
    checkGaps(table, row, values, remarks)
    const combination = used.map((slot) => values[slot]).join('\u0000')
    const earlier = combinations.get(combination)
    if (earlier !== undefined) remarks.problem('duplicate_options', { row, detail: earlier })
    else combinations.set(combination, row.row)
  }
  const options = used.map((slot) => ({
    name: table.names[slot] ?? '',
    values: [...new Set(table.rows.map(({ values }) => values[slot] ?? ''))]
  }))
  return { options, values: table.rows.map(({ values }) => used.map((slot) => values[slot] ?? '')) }
}

function checkGaps(table: OptionTable, row: CsvRecord, values: string[], remarks: Remarks): void {
  SLOTS.forEach((slot, index) => {
    const named = Boolean(table.names[index])
    const field = named ? (`optionValue${slot}` as const) : (`optionName${slot}` as const)
    if (named && !values[index]) remarks.problem('missing_option_value', { row, field })
    if (!named && values[index]) remarks.problem('missing_option_name', { row, field })
  })
}

/** Shopify writes the one variant of a product without options as Title = Default Title. */
function isPlaceholder({ names, rows }: OptionTable): boolean {
  const [only] = rows
  if (rows.length !== 1 || names.filter(Boolean).length > 1) return false
  const [value, ...others] = only?.values ?? []
  if (others.some(Boolean)) return false
  return value === 'Default Title' || (!value && !names.some(Boolean))
}
