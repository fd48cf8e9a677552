import type pg from 'pg'
import { from, to, type CopyStreamQuery, type CopyToStreamQuery } from 'pg-copy-streams'

/**
 * How values are written as text, whatever the server is set to: the same on every version, read back to the bit.
 * Nothing may end the session for taking its time.
 */
const SETTINGS = {
  client_encoding: 'UTF8',
  datestyle: 'ISO, YMD',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  extra_float_digits: '1',
  bytea_output: 'hex',
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0'
}

export async function plainText(client: pg.Client): Promise<void> {
  for (const [name, value] of Object.entries(SETTINGS)) {
    await client.query('select set_config($1, $2, false)', [name, value])
  }
}

/** A name as SQL takes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The rows of a query in PostgreSQL's text format, as they come; `rowCount` is right once it has ended. */
export const copyOut = (client: pg.Client, query: string): CopyToStreamQuery =>
  client.query(to(`copy (${query}) to stdout`))

/** Takes in rows in that format; `rowCount` is right once it has finished. */
export const copyIn = (client: pg.Client, table: string, columns: readonly string[]): CopyStreamQuery =>
  client.query(from(`copy ${quoted(table)} (${columns.map(quoted).join()}) from stdin`))
