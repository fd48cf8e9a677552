import { spawn } from 'node:child_process'
import type { Account } from './account.ts'
import { leashGroup } from './leash.ts'

/**
 * What our children see of the environment: nothing of ours, so that a stray PGPORT, locale or time zone cannot
 * steer them. Windows programs cannot start without theirs, and get it.
 */
export const plainEnvironment =
  process.platform === 'win32' ? undefined : { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

type RunOptions = { cwd: string; account?: Account }

/** Runs a program to its end; `ok` tells whether it succeeded, `output` is everything it printed. It dies with us. */
export function run(command: string, args: string[], { cwd, account }: RunOptions) {
  return new Promise<{ ok: boolean; output: string }>((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      ...account,
      env: plainEnvironment,
      detached: process.platform !== 'win32',
      windowsHide: true
    })
    const leash = child.pid === undefined ? undefined : leashGroup(child.pid, account)
    let output = ''
    const collect = (chunk: Buffer) => (output += chunk.toString())
    child.stdin.end()
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', reject)
    child.once('close', (code) => {
      void leash?.slip()
      resolve({ ok: code === 0, output })
    })
  })
}
