import { sql } from 'kysely'
import type { Context } from '#context'
import type { ImportState } from './import.ts'
import type { ImportKind } from './records/index.ts'

/** How an import stands. `bytesRead` of `fileBytes` is its progress; `problems` counts remarks of every kind. */
export type ImportView = {
  id: string
  fileName: string
  fileBytes: number
  kind: ImportKind
  state: ImportState
  overwriteStock: boolean
  bytesRead: number
  rowsRead: number
  productsDone: number
  created: number
  updated: number
  unchanged: number
  skipped: number
  problems: number
  /** Why the file as a whole was refused. */
  problem: string | null
  createdAt: Date
  finishedAt: Date | null
  /** Another import of the very same file that is here, waits or goes on, if there is one. */
  sameFile: { id: string; state: ImportState } | null
  pictures: { queued: number; done: number; failed: number }
}

const view = sql`
  i.id, i.file_name as "fileName", i.file_bytes as "fileBytes", i.kind, i.state, i.overwrite_stock as "overwriteStock",
  i.bytes_read as "bytesRead", i.rows_read as "rowsRead", i.products_done as "productsDone", i.created, i.updated,
  i.unchanged, i.skipped, i.problems, i.problem, i.created_at as "createdAt", i.finished_at as "finishedAt",
  (select json_build_object('id', t.id, 'state', t.state) from imports t
    where t.shop_id = i.shop_id and t.file_hash = i.file_hash and t.id <> i.id
      and t.state in ('queued', 'running', 'done') order by t.created_at desc, t.id desc limit 1) as "sameFile",
  (select json_build_object('queued', count(*) filter (where state = 'queued'),
      'done', count(*) filter (where state = 'done'), 'failed', count(*) filter (where state = 'failed'))
    from remote_pictures r where r.shop_id = i.shop_id and r.import_id = i.id) as pictures`

export async function findImport(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  id: string
): Promise<ImportView | undefined> {
  const { rows } = await sql<ImportView>`
    select ${view} from imports i where i.shop_id = ${shopId} and i.id = ${id}`.execute(db)
  return rows[0]
}

/** The last imports, newest first. */
export async function listImports(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  limit = 50
): Promise<ImportView[]> {
  const { rows } = await sql<ImportView>`
    select ${view} from imports i where i.shop_id = ${shopId}
    order by i.created_at desc, i.id desc limit ${limit}`.execute(db)
  return rows
}

/** Something the import has to say about a row; a notice refused nothing. */
export type ImportRemark = {
  n: number
  notice: boolean
  row: number
  handle: string | null
  field: string | null
  code: string
  detail: string | null
  raw: string | null
}

/** Remarks in the file's order, those after number `after`. */
export async function listRemarks(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  importId: string,
  { after = 0, limit = 100 }: { after?: number; limit?: number } = {}
): Promise<ImportRemark[]> {
  return db
    .selectFrom('import_problems')
    .select(['n', 'notice', 'row', 'handle', 'field', 'code', 'detail', 'raw'])
    .where('shop_id', '=', shopId)
    .where('import_id', '=', importId)
    .where('n', '>', after)
    .orderBy('n')
    .limit(limit)
    .execute()
}

/** What refused rows from `first` to `last`, in the file's order. */
export async function remarksOn(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  importId: string,
  { first, last }: { first: number; last: number }
): Promise<Pick<ImportRemark, 'row' | 'field' | 'code' | 'detail'>[]> {
  return db
    .selectFrom('import_problems')
    .select(['row', 'field', 'code', 'detail'])
    .where('shop_id', '=', shopId)
    .where('import_id', '=', importId)
    .where('notice', '=', false)
    .where('row', '>=', first)
    .where('row', '<=', last)
    .orderBy('n')
    .execute()
}

export type FailedPicture = {
  id: string
  url: string
  problem: string | null
  productId: string
  title: string
}

/** Pictures that could not be fetched, with their products. */
export async function listFailedPictures(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  importId: string,
  limit = 100
): Promise<FailedPicture[]> {
  const { rows } = await sql<FailedPicture>`
    select r.id, r.url, r.problem, r.product_id as "productId", p.title
    from remote_pictures r join products p on p.shop_id = r.shop_id and p.id = r.product_id
    where r.shop_id = ${shopId} and r.import_id = ${importId} and r.state = 'failed'
    order by p.title, r.position, r.id limit ${limit}`.execute(db)
  return rows
}
