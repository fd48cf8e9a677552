import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10 // the kernel counts processor time in hundredths of a second, whatever its own clock

/** A process and everything it started, by id. */
export function familyOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(statOf(Number(name))?.[1] ?? 0) }))
  const childrenOf = (one: number): number[] => [
    one,
    ...parents.filter(({ parent }) => parent === one).flatMap((child) => childrenOf(child.pid))
  ]
  return childrenOf(pid)
}

/** Milliseconds of processor that these processes have used, theirs and the kernel's for them. */
export const cpuMs = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const stat = statOf(pid)
    return sum + (stat ? (Number(stat[11]) + Number(stat[12])) * TICK_MS : 0)
  }, 0)

/** Memory in MB that is theirs: pages shared with other processes count by their share (PSS). */
export function memoryMb(pids: readonly number[]): number {
  const kB = pids.reduce((sum, pid) => {
    const text = read(`/proc/${pid}/smaps_rollup`)
    return sum + Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0)
  }, 0)
  return Math.round(kB / 1024)
}

/** The fields of /proc/pid/stat from `state` on; the name before them may hold anything. */
function statOf(pid: number): string[] | undefined {
  const text = read(`/proc/${pid}/stat`)
  return text ? text.slice(text.lastIndexOf(')') + 2).split(' ') : undefined
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // it ended in the meantime
  }
}
