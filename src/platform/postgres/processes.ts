import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { plainEnvironment } from './run.ts'

const linux = process.platform === 'linux'

/**
 * When a process was born, in whatever unit the system counts; undefined when it is dead, or a zombie nobody
 * reaped. With the pid it names one process for good, where a pid alone is soon given to another.
 */
export function birthOf(pid: number): string | undefined {
  if (process.platform === 'win32') {
    const script = `(Get-Process -Id ${pid} -ErrorAction Stop).StartTime.ToFileTimeUtc()`
    return output('powershell', ['-NoProfile', '-NonInteractive', '-Command', script])
  }
  if (!linux) {
    const [state, ...birth] = output('ps', ['-o', 'stat=,lstart=', '-p', String(pid)])?.split(/\s+/) ?? []
    return !state || state.startsWith('Z') ? undefined : birth.join(' ')
  }
  const stat = proc(pid, 'stat')
  const [state, ...rest] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  return state === undefined || state === 'Z' || state === 'X' ? undefined : rest[18]
}

/** The command line of a process; PostgreSQL's children show their cluster's name in theirs. */
export function commandOf(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined
  if (!linux) return output('ps', ['-ww', '-o', 'command=', '-p', String(pid)])
  return proc(pid, 'cmdline')?.replaceAll('\0', ' ').trim()
}

/** Every PostgreSQL process, server or session, that bears the cluster's mark; none can be found on Windows. */
export function serversMarked(mark: string): number[] {
  return processesNaming(mark).filter((pid) => /(^|\/)postgres(:| |$)/.test(commandOf(pid) ?? ''))
}

/** Every other living process whose command line holds the words; none can be found on Windows. */
export function processesNaming(words: string): number[] {
  return everyPid().filter(
    (pid) => pid !== process.pid && commandOf(pid)?.includes(words) && birthOf(pid) !== undefined
  )
}

/** Signals a process that may have ended by itself in the meantime. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has gone: that is what the signal was for.
  }
}

/** Waits until none of the processes lives; false when some still do after `ms`. */
export async function allGone(pids: number[], ms: number): Promise<boolean> {
  for (let waited = 0; pids.some((pid) => birthOf(pid) !== undefined); waited += 10) {
    if (waited >= ms) return false
    await pause(10)
  }
  return true
}

function everyPid(): number[] {
  if (process.platform === 'win32') return []
  const names = linux ? readdirSync('/proc') : (output('ps', ['-axo', 'pid=']) ?? '').split(/\s+/)
  return names.filter((name) => /^\d+$/.test(name)).map(Number)
}

function proc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}

function output(command: string, args: string[]): string | undefined {
  try {
    const options = { env: plainEnvironment, stdio: 'pipe', windowsHide: true } as const
    return execFileSync(command, args, options).toString().trim() || undefined
  } catch {
    return undefined
  }
}
