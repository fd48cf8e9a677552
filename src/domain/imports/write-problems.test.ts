import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadProblem } from '#domain/catalog/index.ts'
import { csvCell } from '#platform/csv.ts'
import { writeProblemsCsv } from './write-problems.ts'

async function written(
  problems: ReadProblem[],
  wording?: Parameters<typeof writeProblemsCsv>[1]
): Promise<string> {
  let text = ''
  for await (const part of writeProblemsCsv(problems, wording)) text += part
  return text
}

test('each problem is one row, with a mark so that spreadsheets read UTF-8', async () => {
  const problem: ReadProblem = {
    kind: 'problem',
    code: 'bad_amount',
    row: 3,
    column: 'Price',
    raw: '=1+1',
    handle: 'å'
  }
  const text = await written([problem], { describe: ({ code, row }) => `${code} in row ${row}, "really"` })
  expect(text).toBe(
    '\ufeff"Row","Handle","Column","Problem","Detail","Cell"\r\n' +
      '3,"å","Price","bad_amount in row 3, ""really""","","\'=1+1"\r\n'
  )
})

test.each(['=1', '+1', '-1', '@x', '\tx', '\rx', '＝1'])('%j is no formula any more', (text) => {
  expect(csvCell(text)).toBe(`"'${text}"`)
})

test('no cell of any problem can start a formula or leave its place', async () => {
  const text = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', 'a', ' ')
  })
  await fc.assert(
    fc.asyncProperty(text, text, text, async (raw, detail, column) => {
      const csv = await written([{ kind: 'problem', code: 'too_long', row: 2, raw, detail, column }])
      const [, cells = []]: string[][] = parse(csv, { bom: true, record_delimiter: '\r\n' })
      expect(cells).toHaveLength(6)
      for (const cell of cells.slice(1)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      expect(cells[5]?.replace(/^'/, '')).toBe(raw.replace(/^'/, ''))
    })
  )
})
