import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LIMITS } from './limits.ts'
import { createRecordReader } from './records.ts'
import type { CsvRecord } from './records.ts'
import type { Dialect } from './scan.ts'
import { quote } from './testing.ts'

const COMMA: Dialect = { delimiter: ',', newline: '\n' }

function recordsOf(text: string, dialect = COMMA, size = text.length || 1, limits = LIMITS): CsvRecord[] {
  const reader = createRecordReader(dialect, limits)
  const records: CsvRecord[] = []
  for (let at = 0; at < text.length; at += size)
    records.push(...reader.read(text.slice(at, at + size), false))
  return [...records, ...reader.read('', true)]
}

const cell = fc.string({
  unit: fc.constantFrom('a', 'å', '"', ',', ';', '\t', '|', '\n', '\r', ' ', '€', '😀', '=')
})
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 })
  )
const delimiter = fc.constantFrom(',', ';', '\t', '|')

test('whatever is written with quotes is read back, cell for cell, however the text is cut', () => {
  const ends = fc.constantFrom('\n', '\r\n', '\r')
  fc.assert(
    fc.property(
      table,
      delimiter,
      ends,
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (rows, mark, end, size, last) => {
        const lines = rows.map((row) => row.map((content) => quote(content, mark)).join(mark))
        const text = lines.join(end) + (last ? end : '')
        const dialect: Dialect = { delimiter: mark, newline: end === '\r' ? '\r' : '\n' }
        expect(recordsOf(text, dialect, size).map(({ cells }) => cells)).toEqual(rows)
      }
    ),
    { numRuns: 500 }
  )
})

test('on well-formed files it agrees with csv-parse', () => {
  fc.assert(
    fc.property(table, delimiter, (rows, mark) => {
      const text = rows
        .map((row) => row.map((content) => `"${content.replaceAll('"', '""')}"`).join(mark))
        .join('\n')
      const theirs: string[][] = parse(text, { delimiter: mark, record_delimiter: '\n' })
      expect(recordsOf(text, { delimiter: mark, newline: '\n' }).map(({ cells }) => cells)).toEqual(theirs)
    })
  )
})

test('any text at all gives the same records wherever it is cut', () => {
  const units = fc.constantFrom('a', '"', '"', ',', '\n', '\r', ' ', '\0')
  const limits = { ...LIMITS, cell: 12, record: 24 }
  fc.assert(
    fc.property(fc.string({ unit: units, maxLength: 60 }), fc.integer({ min: 1, max: 7 }), (text, size) => {
      const small = { ...LIMITS, cell: 1000, record: 1000 }
      expect(recordsOf(text, COMMA, size, small)).toEqual(recordsOf(text, COMMA, undefined, small))
      for (const record of recordsOf(text, COMMA, size, limits)) expect(record.row).toBeGreaterThan(0)
    }),
    { numRuns: 2000 }
  )
})

test('rows are numbered as a spreadsheet numbers them', () => {
  const text = 'h\n"a\nb"\n\nc\n'
  expect(recordsOf(text).map(({ row, cells }) => [row, cells])).toEqual([
    [1, ['h']],
    [2, ['a\nb']],
    [3, ['']],
    [4, ['c']]
  ])
})

test('a record beyond its limit is dropped, and the next line is a new record', () => {
  const limits = { ...LIMITS, cell: 10, record: 20 }
  const records = recordsOf(`a,${'x'.repeat(500)}\nb,1\n`, COMMA, 8, limits)
  expect(records).toMatchObject([
    { row: 1, cells: ['a'], fault: 'cell_too_large' },
    { row: 2, cells: ['b', '1'] }
  ])
})

test('cells that fit may still be too much together', () => {
  const limits = { ...LIMITS, cell: 10, record: 20 }
  const records = recordsOf(`${'12345678,'.repeat(3)}\nb,1\n`, COMMA, undefined, limits)
  expect(records).toMatchObject([{ fault: 'cell_too_large' }, { row: 2, cells: ['b', '1'] }])
})
