import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { killed, query, start, startFixture, temporaryFolder } from './fixtures/harness.ts'
import { findBinaries } from './binaries.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { birthOf, processesNaming, serversMarked, signal } from './processes.ts'
import { markOf, prepareSite } from './site.ts'

const rounds = 21
const victims = ['us', 'postgres', 'both'] as const

async function keep(dataDir: string) {
  const { process: keeper, answer } = startFixture('keeper', [dataDir])
  const { url, pid, ...problem } = await answer
  if (!url || !pid) throw new Error(JSON.stringify(problem))
  return { keeper, url, pid }
}

/** A server whose keeper, and the keeper's leash, were killed. */
async function orphanedServer(dataDir: string) {
  const { keeper, url, pid } = await keep(dataDir)
  await query(url, 'CREATE TABLE kept AS SELECT 1 AS one')
  for (const leash of processesNaming(`torilla-leash ${pid}`)) signal(leash, 'SIGKILL')
  await killed(keeper)
  return pid
}

test(
  `${rounds} rounds of kill -9 under load lose nothing that was acknowledged`,
  { timeout: 120_000 },
  async () => {
    const dataDir = temporaryFolder()
    const notes = join(temporaryFolder(), 'acknowledged')
    writeFileSync(notes, '')
    const acknowledged = () => readFileSync(notes, 'utf8').split('\n').slice(0, -1)
    const moreThan = (count: number) =>
      vi.waitFor(() => expect(acknowledged().length).toBeGreaterThan(count + 20), {
        timeout: 20_000,
        interval: 20
      })

    let { keeper, url } = await keep(dataDir)
    await query(url, 'CREATE TABLE written (id bigint PRIMARY KEY, words text NOT NULL)')
    startFixture('writer', [url, notes])
    for (let round = 0; round < rounds; round++) {
      await moreThan(acknowledged().length)
      await pause(Math.random() * 150)
      const victim = victims[round % victims.length]
      const { pid = 0 } = readPostmasterFile(join(dataDir, 'cluster')) ?? {}
      if (victim !== 'us') signal(pid, 'SIGKILL')
      if (victim !== 'postgres') {
        await killed(keeper)
        ;({ keeper, url } = await keep(dataDir))
      }
      await moreThan(acknowledged().length)
      const before = acknowledged()
      // What was on its way when the server was killed may still be noted, so the server may not be back yet.
      const stored = await vi.waitFor(() => query<{ id: string }>(url, 'SELECT id FROM written'), {
        timeout: 20_000
      })
      const ids = new Set(stored.map(({ id }) => id))
      expect(before.filter((id) => !ids.has(id))).toEqual([])
    }
  }
)

test(
  'a killed server comes back at the same address, without its busy sessions',
  { timeout: 20_000 },
  async () => {
    const server = await start(temporaryFolder())
    const { url, pid } = server
    const busy = query(url, 'DO $$ BEGIN LOOP END LOOP; END $$').catch(() => 'cut off')
    await pause(100)
    signal(pid, 'SIGKILL')
    await vi.waitFor(async () => expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]), {
      timeout: 10_000
    })
    expect(server.pid).not.toBe(pid)
    expect(await busy).toBe('cut off')
  }
)

test('a server that cannot come back is given up, with the reason', { timeout: 20_000 }, async () => {
  const dataDir = temporaryFolder()
  const server = await start(dataDir, { patience: { attempts: 3, firstPauseMs: 10 } })
  const reason = new Promise<Error>((resolve) => server.onExit(resolve))
  writeFileSync(join(dataDir, 'cluster', 'pg_hba.conf'), 'nonsense\n')
  signal(server.pid, 'SIGKILL')
  expect((await reason).message).toMatch(/gave up: PostgreSQL did not start: exit code 1\n[^]*pg_hba.conf/)
})

test('when our process is killed, its leash stops the server and the folder is free', async () => {
  const dataDir = temporaryFolder()
  const { keeper, pid } = await keep(dataDir)
  await killed(keeper)
  await vi.waitFor(() => expect(birthOf(pid)).toBeUndefined(), { timeout: 5_000 })
  expect(processesNaming(`torilla-leash ${pid}`)).toEqual([])
  expect((await start(dataDir)).pid).not.toBe(pid)
})

test('an orphan that even the leash could not stop is stopped by the next start', async () => {
  const dataDir = temporaryFolder()
  const orphan = await orphanedServer(dataDir)
  expect(birthOf(orphan)).toBeDefined()
  const { url } = await start(dataDir)
  expect(birthOf(orphan)).toBeUndefined()
  expect(await query(url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
})

test('a stale server file whose pid another process has been given does not stop the start', async () => {
  const dataDir = temporaryFolder()
  const orphan = await orphanedServer(dataDir)
  for (const pid of serversMarked(markOf(join(dataDir, 'cluster')))) signal(pid, 'SIGKILL')
  await vi.waitFor(() => expect(birthOf(orphan)).toBeUndefined())
  const bystander = startFixture('claimer', [temporaryFolder()], prepareSite(dataDir).account)
  await bystander.answer
  const file = join(dataDir, 'cluster', 'postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(bystander.process.pid)))
  const { url } = await start(dataDir)
  expect(await query(url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
  expect(birthOf(bystander.process.pid ?? 0)).toBeDefined()
})

test('a server an operator started on the folder is left alone and reported', async () => {
  const dataDir = temporaryFolder()
  await (await start(dataDir)).stop()
  const { cluster, account } = prepareSite(dataDir)
  const theirs = spawn(findBinaries().postgres, ['-D', cluster, '-c', 'listen_addresses='], {
    ...account,
    env: {},
    stdio: 'ignore'
  })
  onTestFinished(() => killed(theirs))
  await vi.waitFor(() => expect(readPostmasterFile(cluster)?.ready).toBe(true))
  await expect(start(dataDir)).rejects.toThrow(
    `a PostgreSQL that Torilla did not start (process ${theirs.pid})`
  )
  expect(birthOf(theirs.pid ?? 0)).toBeDefined()
})
