import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { accountFor, canReach } from './account.ts'
import type { Account } from './account.ts'
import { PostgresUnavailable } from './errors.ts'

/** A data folder, and as whom PostgreSQL works in it. `cluster` is PostgreSQL's own folder within. */
export type Site = { folder: string; cluster: string; account?: Account }

/** Makes the data folder if need be. Throws PostgresUnavailable when its cluster is another user's. */
export function prepareSite(dataDir: string): Site {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  const folder = realpathSync(dataDir)
  const cluster = join(folder, 'cluster')
  return { folder, cluster, account: accountFor(cluster) }
}

/**
 * How to name a cluster folder to PostgreSQL, and where to start it. The account root lends it may not be able to
 * walk there by name, as under /root; then it is started inside (which root may do) and told to stay where it is.
 */
export function standIn(cluster: string, { account }: Site): { name: string; cwd: string } {
  if (canReach(cluster, account)) return { name: cluster, cwd: cluster }
  if (process.platform === 'linux') return { name: '/proc/self/cwd', cwd: cluster }
  throw new PostgresUnavailable(
    `PostgreSQL does not run as root, and user ${account?.uid} may not enter ${cluster}. ` +
      'Run as an ordinary user, or choose a data folder whose parents everyone may enter.'
  )
}

/**
 * The name under which this cluster's processes show in the process list: from the identifier initdb gave the
 * cluster and its path, so that neither a copied folder nor the same path in a container is mistaken for it.
 */
export function markOf(cluster: string): string {
  return `torilla-${createHash('sha256').update(systemIdentifier(cluster)).update(cluster).digest('hex').slice(0, 12)}`
}

/** Throws PostgresUnavailable when another major version wrote the cluster. */
export function checkVersion(cluster: string, version: string): void {
  const file = join(cluster, 'PG_VERSION')
  const written = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'an unknown version'
  if (written === version.split('.')[0]) return
  throw new PostgresUnavailable(
    `The database in ${cluster} was written by PostgreSQL ${written}, and this is ${version}. ` +
      'Back it up with the Torilla that wrote it (torilla backup) and restore that here.'
  )
}

function systemIdentifier(cluster: string): Buffer {
  const identifier = Buffer.alloc(8)
  const control = openSync(join(cluster, 'global', 'pg_control'), 'r')
  readSync(control, identifier, 0, 8, 0)
  closeSync(control)
  return identifier
}
