import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { relay } from './chatter.ts'
import type { Chatter } from './chatter.ts'
import { PostgresUnavailable } from './errors.ts'
import { leashServer } from './leash.ts'
import type { Log } from './log.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { plainEnvironment, run } from './run.ts'
import { asArguments } from './settings.ts'
import type { Settings } from './settings.ts'
import { markOf, standIn } from './site.ts'
import type { Site } from './site.ts'

/** A running server that accepts connections. */
export type Postmaster = {
  pid: number
  /** Settles when the server has ended, with how and its last words. */
  ended: Promise<string>
  /** Fast shutdown: open transactions are rolled back, everything committed is kept. Resolves when it has ended. */
  stop(): Promise<void>
}

type Launch = { site: Site; binaries: Binaries; settings: Settings; log: Log }

/**
 * Starts the server and waits until it accepts connections, however long its crash recovery takes. It gets a
 * session of its own, because Ctrl-C goes to every process of the terminal and would end it before we have
 * finished our work with it. Throws PostgresUnavailable when it ends instead.
 */
export async function launch({ site, binaries, settings, log }: Launch): Promise<Postmaster> {
  const { name, cwd } = standIn(site.cluster, site)
  const args = ['-D', name, ...asArguments({ ...settings, cluster_name: markOf(site.cluster) })]
  const child = spawn(binaries.postgres, args, {
    cwd,
    ...site.account,
    env: plainEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true
  })
  const chatter = relay(child.stderr, log)
  const tie = child.pid === undefined ? undefined : leashServer(child.pid, site.cluster, site.account)
  const ended = endOf(child, chatter).finally(() => tie?.slip())
  const pid = await readiness(child, ended, site.cluster)
  return { pid, ended, stop: () => stop(child, ended, site, binaries) }
}

async function endOf(child: ChildProcess, chatter: Chatter): Promise<string> {
  const closed = new Promise((resolve) => child.once('close', resolve))
  const how = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, name) => resolve(name ? `killed by ${name}` : `exit code ${code}`))
  })
  // Its sessions may hold the pipe open after it: give its last words a moment, not for ever.
  await Promise.race([closed, pause(100, undefined, { ref: false })])
  return [how, chatter.lastWords()].filter(Boolean).join('\n')
}

async function readiness(child: ChildProcess, ended: Promise<string>, cluster: string): Promise<number> {
  let failure: string | undefined
  void ended.then((how) => (failure = how))
  for (;;) {
    const file = readPostmasterFile(cluster)
    if (child.pid !== undefined && file?.pid === child.pid && file.ready) return child.pid
    if (failure !== undefined) throw new PostgresUnavailable(`PostgreSQL did not start: ${failure}`)
    await pause(5)
  }
}

async function stop(
  child: ChildProcess,
  ended: Promise<string>,
  site: Site,
  binaries: Binaries
): Promise<void> {
  if (process.platform === 'win32') {
    await run(binaries.pgCtl, ['stop', '-D', site.cluster, '-m', 'fast', '-w'], { cwd: site.folder })
  }
  for (const [name, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000]
  ] as const) {
    if (child.exitCode === null && child.signalCode === null) child.kill(name)
    const waiting = new AbortController()
    const late = pause(patience, 'late', { signal: waiting.signal }).catch(() => 'late')
    const first = await Promise.race([ended, late])
    waiting.abort()
    if (first !== 'late') return
  }
}
