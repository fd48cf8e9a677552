import { once } from 'node:events'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { copyIn, type Session } from '#platform/database/index.ts'
import type { Table } from './catalogue.ts'

type Loading = { table: string; rows: ReturnType<typeof copyIn> }

/** Not a pipe for each piece: those would leave their listeners behind until the table is whole. */
async function send(rows: Loading['rows'], bytes: Buffer): Promise<void> {
  if (rows.errored) throw rows.errored
  if (!rows.write(bytes)) await once(rows, 'drain')
}

/** Fills tables from their pieces, one table after the other, each in one statement. */
export function rowLoader(session: Session, tables: readonly Table[]) {
  const loaded: Record<string, number> = {}
  let loading: Loading | undefined

  async function end(): Promise<void> {
    if (!loading) return
    const { table, rows } = loading
    loading = undefined
    rows.end()
    await finished(rows)
    loaded[table] = rows.rowCount
  }

  return {
    async add(table: string, body: AsyncIterable<Uint8Array>): Promise<void> {
      if (loading?.table !== table) {
        await end()
        const { columns } = tables.find(({ name }) => name === table)!
        loading = { table, rows: copyIn(session, table, columns) }
        loading.rows.on('error', () => {}) // told by whoever waits for it
      }
      const { rows } = loading
      await pipeline(Readable.from(body), createGunzip(), async (plain: AsyncIterable<Buffer>) => {
        for await (const bytes of plain) await send(rows, bytes)
      })
    },
    end,
    /** How many rows went into each table. */
    loaded
  }
}
