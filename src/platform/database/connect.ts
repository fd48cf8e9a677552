import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { GatheringClient } from './gather.ts'
import { PreparingClient } from './prepare.ts'
import type { DB } from './schema.ts'

export type Db = Kysely<DB>

const INT8 = 20
const NUMERIC = 1700
const DATE = 1082
pg.types.setTypeParser(INT8, Number)
pg.types.setTypeParser(NUMERIC, Number)
pg.types.setTypeParser(DATE, (day: string) => day)

export type Database = { db: Db; pool: pg.Pool; close(): Promise<void> }

/** Opens a pool on any PostgreSQL from 15 up. bigint and numeric arrive as numbers, a date as YYYY-MM-DD. Statements are prepared. */
export function connect(
  url: string,
  options: { max?: number; prepare?: boolean; onError?: (error: Error) => void } = {}
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: 'torilla',
    Client: options.prepare === false ? GatheringClient : PreparingClient,
    pipeline: true,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000
  })
  // A connection that breaks (the server was restarted) must not end the process: the pool replaces it. The pool
  // listens only while a connection is idle, so each is listened to for itself, in the middle of a transaction too.
  let closing = false
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', (error) => !closing && options.onError?.(error)))
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => ((closing = true), db.destroy()) }
}
