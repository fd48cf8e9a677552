import type { Readable } from 'node:stream'
import { createInterface } from 'node:readline'
import type { Log } from './log.ts'

/** The last words of a server, for the message that says why it failed. */
export type Chatter = { lastWords(): string }

const remembered = 12

/** Sessions turned away or sent off while the server starts or stops: many, and no news. */
const routine = /^FATAL: {2}(terminating connection|the database system is)/

/** Hands what the server prints to our log, each line at the level its own severity asks for. */
export function relay(stream: Readable, log: Log): Chatter {
  const lines: string[] = []
  createInterface({ input: stream }).on('line', (line) => {
    if (!routine.test(line)) lines.push(line)
    if (lines.length > remembered) lines.shift()
    log[levelOf(line)]({ from: 'postgres' }, line)
  })
  return { lastWords: () => lines.join('\n') }
}

/** Errors are refused statements, which the application hears of itself; FATAL ends a session, PANIC the server. */
export function levelOf(line: string): keyof Log {
  if (line.startsWith('PANIC:')) return 'error'
  if (line.startsWith('WARNING:')) return 'warn'
  if (line.startsWith('FATAL:')) return routine.test(line) ? 'debug' : 'warn'
  return 'debug'
}
