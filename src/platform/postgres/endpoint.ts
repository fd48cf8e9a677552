import { createHash } from 'node:crypto'
import { lstatSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canReach, makePrivate } from './account.ts'
import { passwordOf, role } from './cluster.ts'
import { PostgresUnavailable } from './errors.ts'
import type { Settings } from './settings.ts'
import type { Site } from './site.ts'

/** Where the server listens, from the first start to the last restart. */
export type Endpoint = {
  settings: Settings
  url(database: string): string
  /** Removes what a killed server left in the way. */
  clear(): void
  close(): void
}

const socketName = '.s.PGSQL.5432'
const longestPath = 100

/** A socket in a folder none but we may enter; on Windows a loopback port and a password. */
export function openEndpoint(site: Site): Promise<Endpoint> | Endpoint {
  return process.platform === 'win32' ? loopback(site) : privateSocket(site)
}

function privateSocket(site: Site): Endpoint {
  const folder = socketFolder(site)
  makePrivate(folder, site.account)
  assertPrivate(folder, site)
  const clear = () => {
    rmSync(join(folder, socketName), { force: true })
    rmSync(join(folder, `${socketName}.lock`), { force: true })
  }
  return {
    settings: { unix_socket_directories: quoted(folder), unix_socket_permissions: '0700', port: 5432 },
    url: (database) =>
      `postgres://${role}@localhost/${database}?host=${encodeURIComponent(folder)}&sslmode=disable`,
    clear,
    close: () => rmSync(folder, { recursive: true, force: true })
  }
}

/** In the data folder; in the system's temporary folder when that path is too long, or the account cannot go there. */
function socketFolder({ folder, account }: Site): string {
  const short = `torilla-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
  const own = join(folder, 'run')
  const places = [...(canReach(own, account) ? [own] : []), join(tmpdir(), short), join('/tmp', short)]
  const fitting = places.find((place) => Buffer.byteLength(join(place, socketName)) <= longestPath)
  if (!fitting)
    throw new PostgresUnavailable(`No folder with a path short enough for a socket: ${places.join(', ')}`)
  return fitting
}

/** In a shared temporary folder another user may have been there first. */
function assertPrivate(folder: string, { account }: Site): void {
  const { uid, mode } = lstatSync(folder)
  const owner = account?.uid ?? process.getuid?.()
  if (lstatSync(folder).isDirectory() && uid === owner && (mode & 0o777) === 0o700) return
  throw new PostgresUnavailable(
    `The folder ${folder} must belong to user ${owner} alone; remove it and start again.`
  )
}

async function loopback(site: Site): Promise<Endpoint> {
  const port = await freePort()
  return {
    settings: { listen_addresses: '127.0.0.1', port },
    url: (database) => `postgres://${role}:${passwordOf(site)}@127.0.0.1:${port}/${database}?sslmode=disable`,
    clear() {},
    close() {}
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}

/** The setting is a list of names; one with a comma or a space in it must be quoted. */
const quoted = (folder: string) => `"${folder.replaceAll('"', '""')}"`
