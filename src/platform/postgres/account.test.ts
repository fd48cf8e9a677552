import { chownSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { query, start, startFixture, temporaryFolder } from './fixtures/harness.ts'

const asRoot = process.getuid?.() === 0

test.runIf(asRoot)(
  'root lends the server an account, even in a folder that account cannot walk to',
  async () => {
    const closed = join(temporaryFolder(), 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const dataDir = join(closed, 'data')
    const first = await start(dataDir)
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS one')
    expect(statSync(join(dataDir, 'cluster')).uid).toBe(65534)
    expect(statSync(join(dataDir, 'cluster')).mode & 0o777).toBe(0o700)
    await first.stop()
    const second = await start(dataDir)
    expect(await query(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
  }
)

test.runIf(asRoot)(
  'an ordinary user runs it as themselves, root carries on as that user, others are refused',
  async () => {
    const dataDir = temporaryFolder()
    const user = { uid: 1, gid: 1 } // every Unix has daemon and bin; initdb insists on accounts that exist
    chownSync(dataDir, user.uid, user.gid)
    const keeper = startFixture('keeper', [dataDir], user)
    const { url = '' } = await keeper.answer
    await query(url, 'CREATE TABLE kept AS SELECT 1 AS one')
    keeper.process.kill('SIGTERM')
    await new Promise((resolve) => keeper.process.once('exit', resolve))
    const asOther = await startFixture('keeper', [dataDir], { uid: 2, gid: 2 }).answer
    expect(asOther.failed).toContain('belongs to user 1, and this process runs as user 2')
    const server = await start(dataDir)
    expect(await query(server.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
    expect(statSync(join(dataDir, 'cluster')).uid).toBe(user.uid)
  }
)
