import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { passwordOf, role } from './cluster.ts'
import { PostgresUnavailable } from './errors.ts'
import { isClaimed } from './lock.ts'
import { databaseName } from './start.ts'
import { readPostmasterFile, type PostmasterFile } from './postmaster-file.ts'

const PATIENCE_MS = 30_000 // a server that was killed may be recovering

/**
 * The address of the server that another process runs on this data folder; undefined when none holds it. Throws
 * PostgresUnavailable when one holds it and its server does not come up.
 */
export async function runningPostgres(dataDir: string, database = databaseName): Promise<string | undefined> {
  for (let waited = 0; existsSync(dataDir) && (await isClaimed(dataDir)); waited += 100) {
    const file = readPostmasterFile(join(realpathSync(dataDir), 'cluster'))
    if (file?.ready) return addressOf(file, realpathSync(dataDir), database)
    if (waited >= PATIENCE_MS) throw new PostgresUnavailable(`The database in ${dataDir} does not get ready.`)
    await pause(100)
  }
  return undefined
}

function addressOf(file: PostmasterFile, folder: string, database: string): string {
  if (!file.socket) {
    const password = passwordOf({ folder, cluster: join(folder, 'cluster') })
    return `postgres://${role}:${password}@127.0.0.1:${file.port}/${database}?sslmode=disable`
  }
  const host = encodeURIComponent(dirname(file.socket))
  return `postgres://${role}@localhost/${database}?host=${host}&sslmode=disable`
}
