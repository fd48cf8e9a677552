import { fork } from 'node:child_process'
import { join } from 'node:path'

export type Shape = {
  url: string
  headers?: Record<string, string>
  /** Headers that connections send in turn. */
  each?: Record<string, string>[]
  connections: number
  seconds: number
}

/** What came back. Times are in milliseconds; `refused` counts answers that were no 2xx, and broken connections. */
export type Load = { requests: number; perSecond: number; p50: number; p99: number; refused: number }

/** Asks for one page again and again, from a process of its own. */
export function load(shape: Shape): Promise<Load> {
  const child = fork(join(import.meta.dirname, 'load.process.ts'))
  child.send(shape)
  return new Promise((resolve, reject) => {
    child.once('message', (result) => resolve(result as Load))
    child.once('exit', (code) => reject(new Error(`the load ended with ${code}`)))
  })
}
