import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { killed, query, start, startFixture, temporaryFolder } from './fixtures/harness.ts'

test(
  'killed at any moment of its first start, it starts whole the next time',
  { timeout: 60_000 },
  async () => {
    let halfMade = 0
    for (const delay of [150, 250, 350, 450, 550, 650]) {
      const dataDir = temporaryFolder()
      const { process: keeper } = startFixture('keeper', [dataDir])
      await pause(delay)
      await killed(keeper)
      if (!existsSync(join(dataDir, 'cluster'))) halfMade++
      const server = await start(dataDir)
      expect(await query(server.url, 'SELECT current_database() AS name')).toEqual([{ name: 'torilla' }])
      expect(readdirSync(dataDir).filter((name) => name.startsWith('cluster'))).toEqual(['cluster'])
      await server.stop()
    }
    expect(halfMade).toBeGreaterThan(0)
  }
)
