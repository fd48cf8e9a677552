import * as m from '#messages'
import type { Context } from '#context'
import type { ReadProblem } from '#domain/catalog/index.ts'
import type { Locale } from '#domain/shops/index.ts'
import { listRemarks } from './queries.ts'
import { remarkText } from './remark-text.ts'
import { writeProblemsCsv } from './write-problems.ts'

const PAGE = 1_000

/** Everything an import has to say, as lines of a CSV file in a language, safe to open in a spreadsheet. */
export function problemsFile(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  importId: string,
  locale: Locale
): AsyncGenerator<string> {
  const options = { locale }
  return writeProblemsCsv(remarksOf(ctx, shopId, importId), {
    columns: {
      row: m.import_column_row({}, options),
      handle: m.import_column_product({}, options),
      column: m.import_column_column({}, options),
      problem: m.import_column_problem({}, options),
      detail: m.import_column_detail({}, options),
      cell: m.import_column_cell({}, options)
    },
    describe: (problem) => remarkText(problem, locale)
  })
}

async function* remarksOf(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  importId: string
): AsyncGenerator<ReadProblem> {
  for (let after = 0; ;) {
    const remarks = await listRemarks(ctx, shopId, importId, { after, limit: PAGE })
    for (const { row, handle, field, code, detail, raw } of remarks) {
      const said = { handle: handle ?? undefined, column: field ?? undefined, detail: detail ?? undefined }
      yield { kind: 'problem', row, code: code as ReadProblem['code'], raw: raw ?? undefined, ...said }
    }
    if (remarks.length < PAGE) return
    after = remarks.at(-1)!.n
  }
}
