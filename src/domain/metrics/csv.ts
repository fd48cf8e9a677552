import type { Context } from '#context'
import { BYTE_ORDER_MARK, csvLine } from '#platform/csv.ts'
import { exponentOf } from '#platform/money/index.ts'
import { ctr, isMoney, MEASURES, ratio, type Dimension } from './measures.ts'
import { ranked, type Ranked } from './ranked.ts'
import { subjectsOf, type Subject } from './subjects.ts'
import type { Window } from './window.ts'

const MOST_ROWS = 20_000
const AT_ONCE = 500

/** The headings, in the reader's words. */
export type CsvHeadings = Record<
  (typeof MEASURES)[number] | 'title' | 'network' | 'at' | 'key' | 'ctr' | 'conversion',
  string
>

/** Results as a CSV file, piece by piece: every row of the window, money in whole units, what is unknown left empty. */
export async function* writeResultsCsv(
  ctx: Pick<Context, 'db'>,
  shop: { id: number; currency: string },
  window: Window,
  { dimension, headings }: { dimension: Dimension; headings: CsvHeadings }
): AsyncGenerator<string> {
  const h = headings
  const measures = MEASURES.map((measure) =>
    isMoney(measure) ? `${h[measure]} (${shop.currency})` : h[measure]
  )
  yield BYTE_ORDER_MARK + csvLine([h.title, h.network, h.at, ...measures, h.ctr, h.conversion, h.key])
  const rows = await ranked(ctx, shop.id, window, dimension, MOST_ROWS)
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    const some = rows.slice(i, i + AT_ONCE)
    const subjects = await subjectsOf(
      ctx,
      shop.id,
      dimension,
      some.map((row) => row.key)
    )
    yield some.map((row) => csvLine(cellsOf(row, subjects.get(row.key), shop.currency))).join('')
  }
}

function cellsOf(row: Ranked, subject: Subject | undefined, currency: string) {
  const share = (n: number | null) => (n === null ? null : Number(n.toFixed(4)))
  const measures = MEASURES.map((measure) =>
    isMoney(measure) ? row[measure] / 10 ** exponentOf(currency) : row[measure]
  )
  const at = subject?.at?.toISOString() ?? null
  const shares = [share(ctr(row)), share(ratio(row.orders, row.clicks))]
  return [subject?.title, subject?.network, at, ...measures, ...shares, row.key]
}
