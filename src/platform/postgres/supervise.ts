import { setTimeout as pause } from 'node:timers/promises'
import { PostgresUnavailable } from './errors.ts'
import type { Log } from './log.ts'
import type { Postmaster } from './postmaster.ts'

/** `attempts` failures in a row are the end; a run of `steadyMs` ends the row; pauses double from `firstPauseMs`. */
export type Patience = { attempts: number; steadyMs: number; firstPauseMs: number; longestPauseMs: number }

/** A server that is started again whenever it ends by itself. */
export type Supervised = {
  readonly pid: number
  stop(): Promise<void>
  onExit(listener: (error: Error) => void): void
}

type Watch = { start: () => Promise<Postmaster>; log: Log; patience: Patience }

export const usualPatience: Patience = {
  attempts: 8,
  steadyMs: 10_000,
  firstPauseMs: 100,
  longestPauseMs: 5_000
}

/** Starts the server and keeps it running: rejects when the first start fails, gives up after repeated failures. */
export async function supervise({ start, log, patience }: Watch): Promise<Supervised> {
  const stopping = new AbortController()
  const listeners: ((error: Error) => void)[] = []
  let failure: Error | undefined
  let current = await start()
  let readySince = Date.now()

  async function keep(): Promise<void> {
    let why = await current.ended
    for (let failures = 1; !stopping.signal.aborted; failures++) {
      if (Date.now() - readySince > patience.steadyMs) failures = 1
      if (failures > patience.attempts)
        throw new PostgresUnavailable(`PostgreSQL keeps failing, gave up: ${why}`)
      log.error({ why, failures }, 'PostgreSQL ended by itself, starting it again')
      await pause(pauseAfter(failures, patience), undefined, { signal: stopping.signal })
      why = await runOnce()
    }
  }

  async function runOnce(): Promise<string> {
    readySince = Infinity
    try {
      current = await start()
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
    readySince = Date.now()
    log.info({ pid: current.pid }, 'PostgreSQL runs again')
    if (stopping.signal.aborted) await current.stop()
    return current.ended
  }

  function giveUp(error: Error): void {
    if (stopping.signal.aborted) return
    failure = error
    for (const listener of listeners) listener(error)
  }

  const keeping = keep().catch(giveUp)
  return {
    get pid() {
      return current.pid
    },
    onExit: (listener) => void (failure ? listener(failure) : listeners.push(listener)),
    async stop() {
      stopping.abort()
      await current.stop()
      await keeping
    }
  }
}

const pauseAfter = (failures: number, { firstPauseMs, longestPauseMs }: Patience) =>
  Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs)
