import pg from 'pg'
import { findBinaries } from './binaries.ts'
import { clearLeftovers } from './leftovers.ts'
import { ensureCluster } from './cluster.ts'
import { openEndpoint } from './endpoint.ts'
import type { Endpoint } from './endpoint.ts'
import { claimFolder } from './lock.ts'
import type { Log } from './log.ts'
import { launch } from './postmaster.ts'
import { durable } from './settings.ts'
import type { Settings } from './settings.ts'
import { checkVersion, prepareSite } from './site.ts'
import type { Site } from './site.ts'
import { runnableBinaries } from './staging.ts'
import { supervise, usualPatience } from './supervise.ts'
import type { Patience, Supervised } from './supervise.ts'

export type StartOptions = {
  /** A folder of its own; made if need be. Nothing else may be kept in it. */
  dataDir: string
  log: Log
  /** Laid over the usual settings. */
  settings?: Settings
  patience?: Partial<Patience>
}

export type Postgres = {
  /** Of the database `torilla`, for `pg`; the same until stopped, also when the server was restarted. */
  readonly url: string
  /** The server's current process. */
  readonly pid: number
  /** Fast shutdown: what is committed stays, open transactions are rolled back. May be called twice. */
  stop(): Promise<void>
  /** Called once, with the reason, when the server failed repeatedly and will not be started again. */
  onExit(listener: (error: Error) => void): void
}

export const databaseName = 'torilla'

/**
 * Runs the PostgreSQL that ships with us on the data folder, until stopped. A killed server is started again; if
 * we are killed, nothing committed is lost and the next start cleans up.
 * Throws DataFolderInUse, or PostgresUnavailable with what to do about it.
 */
export async function startPostgres(options: StartOptions): Promise<Postgres> {
  const site = prepareSite(options.dataDir)
  const claim = await claimFolder(site.folder)
  let endpoint: Endpoint | undefined
  const leave = () => {
    endpoint?.close()
    claim.release()
  }
  try {
    endpoint = await openEndpoint(site)
    const supervised = await startServer(site, endpoint, options)
    return handle(supervised, endpoint.url(databaseName), () => supervised.stop().then(leave))
  } catch (error) {
    leave()
    throw error
  }
}

async function startServer(site: Site, endpoint: Endpoint, options: StartOptions): Promise<Supervised> {
  const { log, patience } = options
  const settings = { ...durable, ...endpoint.settings, ...options.settings }
  const binaries = runnableBinaries(findBinaries(), site.folder, site.account)
  await ensureCluster(site, binaries, settings.fsync !== 'off')
  checkVersion(site.cluster, binaries.version)
  const start = async () => {
    await clearLeftovers(site, binaries, log)
    endpoint.clear()
    return launch({ site, binaries, settings, log })
  }
  const supervised = await supervise({ start, log, patience: { ...usualPatience, ...patience } })
  await ensureDatabase(endpoint).catch(async (error: unknown) => {
    await supervised.stop()
    throw error
  })
  return supervised
}

function handle(supervised: Supervised, url: string, end: () => Promise<void>): Postgres {
  let ending: Promise<void> | undefined
  return {
    url,
    get pid() {
      return supervised.pid
    },
    stop: () => (ending ??= end()),
    onExit: supervised.onExit
  }
}

async function ensureDatabase(endpoint: Endpoint): Promise<void> {
  const client = new pg.Client({ connectionString: endpoint.url('postgres') })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`)
  } finally {
    await client.end()
  }
}
