import { amountParser, reading } from '#domain/catalog/index.ts'

type Problem = reading.RecordReading<unknown>['problems'][number]
type Cells<Name extends string> = reading.Columns<Name>

/** Reads the cells of one record and gathers what is wrong with them. */
export function cellReader<Name extends string>(columns: Cells<Name>, currency: string) {
  const problems: Problem[] = []
  const parsers = new Map<string, ReturnType<typeof amountParser>>()

  function wrong(code: Problem['code'], record: reading.CsvRecord, name: Name, detail?: string): undefined {
    const raw = columns.cell(record, name).slice(0, 200) || undefined
    problems.push({ code, row: record.row, column: columns.headings[name], detail, raw })
    return undefined
  }

  /** Text no longer than it may be. */
  function text(record: reading.CsvRecord, name: Name, longest = 255): string {
    const cell = columns.cell(record, name).replace(/^'(?=[=+\-@])/, '')
    if (cell.length > longest) wrong('too_long', record, name, String(longest))
    return cell
  }

  /** Minor units of a currency; undefined where the cell is empty or no amount. */
  function amount(record: reading.CsvRecord, name: Name, of = currency): number | undefined {
    const cell = columns.cell(record, name)
    if (!cell) return undefined
    let parse = parsers.get(of)
    if (!parse) parsers.set(of, (parse = amountParser(of)))
    const found = parse(cell)
    return typeof found === 'number' ? found : wrong(found, record, name)
  }

  function whole(record: reading.CsvRecord, name: Name): number | undefined {
    const cell = columns.cell(record, name)
    if (!cell) return undefined
    return /^\d{1,9}(\.0+)?$/.test(cell)
      ? Number(cell.replace(/\..*/, ''))
      : wrong('bad_number', record, name)
  }

  function moment(record: reading.CsvRecord, name: Name, end = false): Date | undefined {
    const cell = columns.cell(record, name)
    if (!cell) return undefined
    return reading.momentOf(cell, end) ?? wrong('bad_date', record, name)
  }

  function answer(record: reading.CsvRecord, name: Name): boolean | undefined {
    const cell = columns.cell(record, name)
    if (!cell) return undefined
    const said = reading.parseYesNo(cell)
    return said === undefined ? wrong('bad_boolean', record, name) : said
  }

  function email(record: reading.CsvRecord, name: Name): string {
    const cell = columns.cell(record, name).toLowerCase()
    if (cell && !/^[^\s@"<>]{1,64}@[^\s@"<>]{1,190}$/.test(cell)) wrong('bad_email', record, name)
    return cell
  }

  return { problems, wrong, text, amount, whole, moment, answer, email }
}

/**
 * Knows columns by their folded names; several spellings may mean one thing, the
 * first of them that the file has. Where the owner says which column is what, that
 * holds and nothing else.
 */
export const named =
  <Name extends string>(names: Record<Name, readonly string[]>) =>
  (headings: readonly string[], mapping?: Record<string, number> | null): Cells<Name> => {
    if (mapping) return mapped<Name>(headings, mapping)
    const there = new Set(headings.map(reading.fold))
    const by = new Map<string, Name>()
    for (const [name, spellings] of Object.entries(names) as [Name, readonly string[]][]) {
      const first = spellings.map(reading.fold).find((spelling) => there.has(spelling))
      if (first !== undefined) by.set(first, name)
    }
    return reading.columnsBy<Name>(headings, (folded) => by.get(folded))
  }

function mapped<Name extends string>(
  headings: readonly string[],
  mapping: Record<string, number>
): Cells<Name> {
  const { columns, ignored } = reading.mappedHeader(headings, mapping)
  const names = new Map(Object.entries(columns).map(([name, index]) => [index, name as Name]))
  return { ...reading.columnsBy<Name>(headings, (_folded, _heading, index) => names.get(index)), ignored }
}
