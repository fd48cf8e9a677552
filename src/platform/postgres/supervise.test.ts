import { expect, test, vi } from 'vitest'
import { levelOf } from './chatter.ts'
import { silent } from './log.ts'
import type { Postmaster } from './postmaster.ts'
import { supervise } from './supervise.ts'

const patience = { attempts: 3, steadyMs: 40, firstPauseMs: 1, longestPauseMs: 4 }

/** A starter of servers that run until ended by hand. */
function workshop() {
  const made: { pid: number; end: (how: string) => void }[] = []
  async function start(): Promise<Postmaster> {
    const { promise: ended, resolve: end } = Promise.withResolvers<string>()
    const pid = made.push({ pid: made.length + 1, end })
    return { pid, ended, stop: async () => end('stopped') }
  }
  return { made, start }
}

test('a server that ends is started again, and its new process is the one named', async () => {
  const { made, start } = workshop()
  const server = await supervise({ start, log: silent, patience })
  made[0]?.end('killed')
  await vi.waitFor(() => expect(server.pid).toBe(2))
  await server.stop()
  expect(made).toHaveLength(2)
})

test('failing time and again is the end, told to those who listened and those who ask later', async () => {
  const { made, start } = workshop()
  const server = await supervise({
    start: async () => start().then((it) => (made.at(-1)?.end('fell'), it)),
    log: silent,
    patience
  })
  const told = await new Promise<Error>((resolve) => server.onExit(resolve))
  expect(told.message).toBe('PostgreSQL keeps failing, gave up: fell')
  expect(made).toHaveLength(1 + patience.attempts)
  const later = await new Promise<Error>((resolve) => server.onExit(resolve))
  expect(later).toBe(told)
})

test('a steady run forgives the failures before it', async () => {
  const { made, start } = workshop()
  const server = await supervise({ start, log: silent, patience })
  const gaveUp = vi.fn()
  server.onExit(gaveUp)
  for (let run = 0; run < 2 * patience.attempts; run++) {
    await new Promise((resolve) => setTimeout(resolve, patience.steadyMs + 10))
    made[run]?.end('fell')
    await vi.waitFor(() => expect(server.pid).toBe(run + 2))
  }
  expect(gaveUp).not.toHaveBeenCalled()
  await server.stop()
})

test('a start that throws is tried again', async () => {
  const { made, start } = workshop()
  let calls = 0
  const flaky = () => (++calls === 2 ? Promise.reject(new Error('disk full')) : start())
  const server = await supervise({ start: flaky, log: silent, patience })
  made[0]?.end('fell')
  await vi.waitFor(() => expect(server.pid).toBe(2))
  expect(calls).toBe(3)
  await server.stop()
})

test('stopping while a restart is under way stops the new server too', async () => {
  const { made, start } = workshop()
  const gate = Promise.withResolvers<void>()
  let running = 0
  async function slow(): Promise<Postmaster> {
    if (made.length > 0) await gate.promise
    const server = await start()
    running++
    void server.ended.then(() => running--)
    return server
  }
  const server = await supervise({ start: slow, log: silent, patience })
  made[0]?.end('fell')
  await new Promise((resolve) => setTimeout(resolve, 20))
  const stopped = server.stop()
  gate.resolve()
  await stopped
  expect(made).toHaveLength(2)
  expect(running).toBe(0)
})

test('what the server prints is logged at the level it deserves', () => {
  expect(levelOf('PANIC:  could not write to file')).toBe('error')
  expect(levelOf('FATAL:  sorry, too many clients already')).toBe('warn')
  expect(levelOf('FATAL:  terminating connection due to administrator command')).toBe('debug')
  expect(levelOf('FATAL:  the database system is not yet accepting connections')).toBe('debug')
  expect(levelOf('WARNING:  page verification failed')).toBe('warn')
  expect(levelOf('ERROR:  duplicate key value')).toBe('debug')
  expect(levelOf('LOG:  database system is ready to accept connections')).toBe('debug')
})
