import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the server writes of itself into its cluster (`postmaster.pid`). */
export type PostmasterFile = { pid: number; socket: string; port: number; ready: boolean }

const pathIn = (cluster: string) => join(cluster, 'postmaster.pid')

/** Undefined when no server runs, or it has not yet written so far. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const [pid, , , port, folder, , , status] = readFileSync(pathIn(cluster), 'utf8').split('\n')
    const socket = folder ? join(folder, `.s.PGSQL.${port}`) : ''
    return { pid: Number(pid), socket, port: Number(port), ready: status?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/**
 * Writes our own pid over that of a dead server, if its file is still there: the system may have given that pid to
 * another process, or show it as a zombie nobody reaps, and PostgreSQL would take either for the server. It takes
 * its parent's pid for a stale one, and goes on to check that no session of the dead server still uses the shared
 * memory named in this file; deleting the file would skip that check.
 */
export function disownPostmasterFile(cluster: string): void {
  if (!existsSync(pathIn(cluster))) return
  const content = readFileSync(pathIn(cluster), 'utf8')
  writeFileSync(pathIn(cluster), content.replace(/^.*/, String(process.pid)))
}
