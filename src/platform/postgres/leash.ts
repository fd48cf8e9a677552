import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

/** Tied to one server; `slip` ends it when that server has ended. */
export type Leash = { slip(): Promise<void> }

/**
 * Reads until its pipe closes, which the kernel does however we die, and then stops the server, if the cluster
 * still names it: fast shutdown. It runs as the server's account, so it could never signal anything else.
 */
const script = 'read -r _; read -r pid <postmaster.pid && [ "$pid" = "$1" ] && kill -INT "$1"'

/**
 * Ends the server when our process dies, even by kill -9: nobody may be coming back to stop it. It lives in a
 * session of its own, so that what ends our process group spares it. Windows has no such shell: there the next
 * start finds the orphan.
 */
export function leash(pid: number, cluster: string, account: Account | undefined): Leash {
  if (process.platform === 'win32') return { slip: async () => {} }
  const child = spawn('/bin/sh', ['-c', script, 'torilla-leash', String(pid)], {
    cwd: cluster,
    ...account,
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true
  })
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => resolve()).once('error', () => resolve())
  )
  return {
    slip() {
      child.kill('SIGKILL')
      return ended
    }
  }
}
