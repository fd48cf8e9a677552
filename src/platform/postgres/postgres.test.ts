import { existsSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { query, start, startFixture, temporaryFolder } from './fixtures/harness.ts'
import { DataFolderInUse, startPostgres, temporaryPostgres } from './index.ts'
import { silent } from './log.ts'
import { birthOf, processesNaming, serversMarked } from './processes.ts'
import { markOf } from './site.ts'

test('an empty folder becomes a database, and what is written is there after a restart', async () => {
  const dataDir = join(temporaryFolder(), 'deep', 'data')
  const first = await start(dataDir)
  await query(first.url, `CREATE TABLE kept AS SELECT 'kaffe på torget' AS words`)
  await first.stop()
  const second = await start(dataDir)
  expect(second.url).toBe(first.url)
  expect(await query(second.url, 'SELECT words FROM kept')).toEqual([{ words: 'kaffe på torget' }])
})

test('it is durable, in UTC, in UTF-8, and sorts each language as its readers expect', async () => {
  const { url } = await start(temporaryFolder())
  const sorted = (collation: string) =>
    query<{ w: string }>(
      url,
      `SELECT w FROM unnest('{ål,øl,zoo,äl,al}'::text[]) w ORDER BY w COLLATE "${collation}"`
    )
  expect((await sorted('nb-NO-x-icu')).map(({ w }) => w)).toEqual(['al', 'zoo', 'äl', 'øl', 'ål'])
  expect((await sorted('fi-FI-x-icu')).map(({ w }) => w)).toEqual(['al', 'zoo', 'ål', 'äl', 'øl'])
  const [row] = await query(
    url,
    `SELECT current_database() AS name, current_setting('server_encoding') AS encoding,
            current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
            current_setting('TimeZone') AS zone, current_setting('listen_addresses') AS network,
            datlocprovider AS provider, lower('ÅÄÖØ') AS low
       FROM pg_database WHERE datname = current_database()`
  )
  expect(row).toEqual({
    name: 'torilla',
    encoding: 'UTF8',
    fsync: 'on',
    commit: 'on',
    zone: 'UTC',
    network: '',
    provider: 'i',
    low: 'åäöø'
  })
})

test('settings given are laid over the usual ones', async () => {
  const { url } = await start(temporaryFolder(), { settings: { max_connections: 17 } })
  expect(await query(url, 'SHOW max_connections')).toEqual([{ max_connections: '17' }])
})

test('stopping leaves no process, no socket and a free folder', async () => {
  const dataDir = temporaryFolder()
  const server = await start(dataDir)
  const mark = markOf(join(dataDir, 'cluster'))
  expect(serversMarked(mark)).toContain(server.pid)
  expect(processesNaming(`torilla-leash ${server.pid}`)).toHaveLength(1)
  await Promise.all([server.stop(), server.stop()])
  expect(serversMarked(mark)).toEqual([])
  expect(processesNaming(`torilla-leash ${server.pid}`)).toEqual([])
  expect(existsSync(join(dataDir, 'run'))).toBe(false)
  expect(birthOf(server.pid)).toBeUndefined()
})

test('a second process on the same folder is refused and told who holds it', async () => {
  const dataDir = temporaryFolder()
  const server = await start(dataDir)
  const answer = await startFixture('keeper', [dataDir]).answer
  expect(answer.holder).toBe(process.pid)
  expect(answer.refused).toContain(`${dataDir} is in use by another Torilla (process ${process.pid})`)
  await expect(startPostgres({ dataDir, log: silent })).rejects.toThrow(DataFolderInUse)
  expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a path too long for a socket puts the socket in a short private folder', async () => {
  const dataDir = join(temporaryFolder(), 'a'.repeat(60), 'b'.repeat(60))
  const { url, stop } = await start(dataDir)
  const folder = new URL(url).searchParams.get('host') ?? ''
  expect(folder.startsWith(tmpdir())).toBe(true)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await stop()
  expect(existsSync(folder)).toBe(false)
})

test('folder names may hold spaces, quotes and letters of any language', async () => {
  const { url } = await start(join(temporaryFolder(), `Åse's "tori", 50 %`))
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a database of another major version is refused before anything is touched', async () => {
  const dataDir = temporaryFolder()
  await (await start(dataDir)).stop()
  writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '17\n')
  await expect(start(dataDir)).rejects.toThrow('was written by PostgreSQL 17')
})

test('a server that cannot start says why, and leaves the folder free', async () => {
  const dataDir = temporaryFolder()
  await expect(start(dataDir, { settings: { shared_buffers: 'plenty' } })).rejects.toThrow('shared_buffers')
  expect(await query((await start(dataDir)).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a temporary server serves and then vanishes', async () => {
  const server = await temporaryPostgres()
  const folder = new URL(server.url).searchParams.get('host') ?? ''
  expect(await query(server.url, 'SHOW fsync')).toEqual([{ fsync: 'off' }])
  await server.stop()
  expect(existsSync(join(folder, '..'))).toBe(false)
})
