import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the server writes of itself into its cluster (`postmaster.pid`). */
export type PostmasterFile = { pid: number; socket: string; ready: boolean }

const pathIn = (cluster: string) => join(cluster, 'postmaster.pid')

/** Undefined when no server runs, or it has not yet written so far. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const [pid, , , port, folder, , , status] = readFileSync(pathIn(cluster), 'utf8').split('\n')
    const socket = folder ? join(folder, `.s.PGSQL.${port}`) : ''
    return { pid: Number(pid), socket, ready: status?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/**
 * Writes our own pid over that of a dead server whose pid the system has meanwhile given to another process.
 * PostgreSQL takes its parent's pid for a stale one and goes on to check that no session of the dead server still
 * uses the shared memory named in this file; deleting the file would skip that check.
 */
export function disownPostmasterFile(cluster: string): void {
  const content = readFileSync(pathIn(cluster), 'utf8')
  writeFileSync(pathIn(cluster), content.replace(/^.*/, String(process.pid)))
}
