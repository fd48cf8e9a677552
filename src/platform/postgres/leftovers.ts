import type { Binaries } from './binaries.ts'
import { answers } from './holder.ts'
import type { Log } from './log.ts'
import { DataFolderInUse, PostgresUnavailable } from './errors.ts'
import { disownPostmasterFile, readPostmasterFile } from './postmaster-file.ts'
import { allGone, birthOf, commandOf, serversMarked, signal } from './processes.ts'
import { run } from './run.ts'
import { markOf } from './site.ts'
import type { Site } from './site.ts'

/**
 * Stops whatever an earlier run left behind in the cluster, so that a server can start cleanly.
 *
 * A kill -9 of our process orphans its server. The leash (leash.ts) then stops it at once, but can be killed too,
 * so the next start must not rely on it. An orphan is stopped rather than adopted: only a parent learns of its
 * end, and it may run with other settings. We hold the folder's lock here, so a server with our mark has no other
 * master. One we did not start (an operator's pg_ctl, another container's) is left alone and reported:
 * throws DataFolderInUse.
 */
export async function clearLeftovers(site: Site, binaries: Binaries, log: Log): Promise<void> {
  const { cluster, folder } = site
  const file = readPostmasterFile(cluster)
  if (file && process.platform === 'win32') {
    // There pg_ctl alone can signal a server, and it signals nothing else: a stale pid makes it fail, harmlessly.
    await run(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w'], { cwd: folder })
    return
  }
  const mark = markOf(cluster)
  const command = file && birthOf(file.pid) !== undefined ? (commandOf(file.pid) ?? '') : ''
  if (file && command.includes(mark)) await stopOrphan(file.pid, log)
  else if (file && (command.includes(cluster) || (await answers(file.socket)))) {
    throw new DataFolderInUse(folder, file.pid, 'a PostgreSQL that Torilla did not start')
  }
  await endStragglers(mark, log)
  disownPostmasterFile(cluster)
}

async function stopOrphan(pid: number, log: Log): Promise<void> {
  log.warn({ pid }, 'stopping the PostgreSQL that a killed process left running')
  for (const [name, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000]
  ] as const) {
    signal(pid, name)
    if (await allGone([pid], patience)) return
  }
  throw new PostgresUnavailable(
    `The PostgreSQL that a killed process left running (process ${pid}) cannot be stopped.`
  )
}

/** Sessions of a killed server end when they notice; a busy one may take long, and the next server waits for it. */
async function endStragglers(mark: string, log: Log): Promise<void> {
  const sessions = serversMarked(mark)
  if (sessions.length === 0 || (await allGone(sessions, 200))) return
  log.warn({ pids: sessions }, 'ending the sessions of a killed PostgreSQL')
  for (const pid of sessions) signal(pid, 'SIGQUIT')
  if (await allGone(sessions, 2_000)) return
  for (const pid of sessions) signal(pid, 'SIGKILL')
  await allGone(sessions, 2_000)
}
