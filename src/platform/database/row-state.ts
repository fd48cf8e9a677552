import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './connect.ts'
import type { DB } from './schema.ts'
import type { Tx } from './transact.ts'

/** What of a row, and of the rows that are part of it, an edit could overwrite. */
export type Watched<T extends keyof DB = keyof DB> = {
  table: T
  columns: readonly string[]
  /** Rows that belong to it, `by` a column of theirs, or of the row they are `through`; whoever writes them locks the row above first. */
  parts?: {
    table: keyof DB
    columns: readonly string[]
    by?: string
    through?: { table: keyof DB; by: string }
  }
}

type Where = { shopId: number; key: Record<string, string> }

/**
 * The state of a row as sixteen letters, another after every edit; undefined when there is no such row. In a
 * transaction the row is held until its end, so that the state stays what it was found to be.
 */
export async function rowState(
  db: Db | Tx,
  { table, columns, parts }: Watched,
  { shopId, key }: Where
): Promise<string | undefined> {
  const pairs = [['shop_id', shopId] as const, ...Object.entries(key)]
  const these = sql.join(
    pairs.map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    sql` and `
  )
  const hold = db.isTransaction ? sql`for no key update` : sql``
  const row = await sql<object>`
    select ${sql.join(columns.map((column) => sql.ref(column)))}
    from ${sql.table(table)} where ${these} ${hold}`.execute(db)
  if (!row.rows[0]) return undefined
  const rest = parts && (await partsOf(db, parts, shopId, Object.values(key)[0]))
  return createHash('sha256')
    .update(JSON.stringify([row.rows[0], rest]))
    .digest('base64url')
    .slice(0, 16)
}

async function partsOf(
  db: Db | Tx,
  { table, columns, by, through }: NonNullable<Watched['parts']>,
  shopId: number,
  of: string | undefined
): Promise<object[]> {
  const named = sql.join(columns.map((column) => sql.ref(column)))
  const those = through
    ? sql`in (select id from ${sql.table(through.table)} where shop_id = ${shopId} and ${sql.ref(through.by)} = ${of})`
    : sql`= ${of}`
  const mine = by ? sql`and ${sql.ref(by)} ${those}` : sql``
  const { rows } = await sql<object>`
    select ${named} from ${sql.table(table)} where shop_id = ${shopId} ${mine} order by ${named}`.execute(db)
  return rows
}
