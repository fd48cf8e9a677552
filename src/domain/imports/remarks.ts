import { sql } from 'kysely'
import type { Context } from '#context'
import type { ReadNotice, ReadProblem, ReadProduct } from '#domain/catalog/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Run } from './import.ts'

/** Why a product that could be read could not be saved. */
export const SAVE_PROBLEM_CODES = [
  'invalid',
  'choice_mismatch',
  'choice_twice',
  'sku_twice',
  'sku_taken',
  'stock_promised'
] as const

type SaveProblem = Omit<ReadProblem, 'kind' | 'code'> & { kind: 'problem'; code: string }
export type Remark = ReadProblem | ReadNotice | SaveProblem

const KEPT = 20_000
const RAW = 200

/** A product's refusal as a remark at its first row. Rules about the whole of the variants are codes by themselves. */
export function remarkOn(
  { draft, rows }: ReadProduct,
  { refusal, detail = {} }: { refusal: string; detail?: Record<string, string | number> }
): SaveProblem {
  const at = { kind: 'problem', row: rows[0], handle: draft.handle } as const
  const field = String(detail.field ?? '')
  if (refusal === 'invalid' && /^(choice|sku)_/.test(field)) return { ...at, code: field }
  const told = detail.promised ?? detail.sku
  return {
    ...at,
    code: refusal,
    column: field || undefined,
    detail: told === undefined ? undefined : String(told)
  }
}

/** Keeps remarks in the order of the file, the first 20,000 of them. Answers how many there were in all. */
export async function insertRemarks(tx: Tx, run: Run, remarks: readonly Remark[]): Promise<number> {
  const kept = remarks.slice(0, Math.max(0, KEPT - run.problems))
  const of = <T>(pick: (remark: Remark) => T) => kept.map(pick)
  if (kept.length) {
    await sql`
      insert into import_problems (shop_id, import_id, n, notice, row, handle, field, code, detail, raw)
      select ${run.shopId}, ${run.id}, ${run.problems} + n, notice, row, handle, field, code, detail, raw
      from unnest(${of((r) => r.kind === 'notice')}::bool[], ${of((r) => r.row)}::int[],
        ${of((r) => plain(r.handle))}::text[], ${of((r) => plain(r.column))}::text[], ${of((r) => r.code)}::text[],
        ${of((r) => plain(r.detail))}::text[], ${of((r) => plain(r.raw))}::text[])
        with ordinality as r (notice, row, handle, field, code, detail, raw, n)`.execute(tx)
  }
  return run.problems + remarks.length
}

/** The first rows of products that could not be saved, as far as an earlier run of the import got. */
export async function rowsLeftBefore({ db }: Pick<Context, 'db'>, run: Run): Promise<Set<number>> {
  if (run.itemsRead === 0) return new Set()
  const rows = await db
    .selectFrom('import_problems')
    .select('row')
    .where('shop_id', '=', run.shopId)
    .where('import_id', '=', run.id)
    .where('code', 'in', SAVE_PROBLEM_CODES)
    .execute()
  return new Set(rows.map(({ row }) => row))
}

/** What a file said may hold what a text column cannot; a long text shows where it was cut. */
function plain(text: string | undefined): string | null {
  if (text === undefined) return null
  const whole = text.toWellFormed().replaceAll('\u0000', '')
  return whole.length > RAW ? `${whole.slice(0, RAW - 1).toWellFormed()}…` : whole
}
