import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

/**
 * A process that ends another when ours dies, even by kill -9: nobody may be coming back to stop it. It reads
 * until its pipe closes, which the kernel does however we die. It lives in a session of its own, so that what ends
 * our process group spares it, and runs as the other's account, so it can signal nothing else. Windows has no
 * such shell: there the next start finds what was left.
 */
export type Leash = { slip(): Promise<void> }

/** Ties a server to us: fast shutdown, if its cluster still names it. */
export function leashServer(pid: number, cluster: string, account: Account | undefined): Leash {
  const script = 'read -r _; read -r pid <postmaster.pid && [ "$pid" = "$1" ] && kill -INT "$1"'
  return tie(script, pid, cluster, account)
}

/** Ties a program that leads a process group to us: killed with all its children. */
export function leashGroup(leader: number, account: Account | undefined): Leash {
  return tie('read -r _; kill -KILL -- "-$1"', leader, '/', account)
}

function tie(script: string, pid: number, cwd: string, account: Account | undefined): Leash {
  if (process.platform === 'win32') return { slip: async () => {} }
  const child = spawn('/bin/sh', ['-c', script, 'torilla-leash', String(pid)], {
    cwd,
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
