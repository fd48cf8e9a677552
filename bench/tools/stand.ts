import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from '#context'
import { startPostgres } from '#platform/postgres/index.ts'
import { inContext } from '#test/context.ts'
import { startServer, type RunningServer } from '#test/server.ts'

/** A durable database and a folder of one benchmark's own. */
export type Stand = {
  databaseUrl: string
  postgresPid: number
  folder: string
  /** The built server on this database; by default one that only answers pages. */
  serve<T>(work: (server: RunningServer) => Promise<T>, env?: Record<string, string>): Promise<T>
  /** The same database and files from within this process, with the demo's test card, for filling and for commands. */
  inside<T>(work: (ctx: Context) => Promise<T>): Promise<T>
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} }

/** A folder that the account of PostgreSQL may walk through, removed when the work is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'torilla-bench-'))
  chmodSync(folder, 0o711)
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the work on a fresh PostgreSQL with the settings of a real shop: nothing is acknowledged before it is on disk. */
export const onPostgres = <T>(work: (stand: Stand) => Promise<T>): Promise<T> =>
  inFolder(async (folder) => {
    const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), log: quiet })
    try {
      return await work(standOn(postgres.url, postgres.pid, folder))
    } finally {
      await postgres.stop()
    }
  })

function standOn(databaseUrl: string, postgresPid: number, folder: string): Stand {
  const settings = { DATABASE_URL: databaseUrl, DATA_DIR: join(folder, 'data') }
  return {
    databaseUrl,
    postgresPid,
    folder,
    async serve(work, env = {}) {
      const server = await startServer({ ...settings, ROLE: 'web', ...env })
      try {
        return await work(server)
      } finally {
        await server.stop()
      }
    },
    inside: (work) => inContext(settings, work)
  }
}
