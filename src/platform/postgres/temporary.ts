import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isClaimed } from './lock.ts'
import { silent } from './log.ts'
import { throwaway } from './settings.ts'
import type { Settings } from './settings.ts'
import { startPostgres } from './start.ts'

const prefix = 'torilla-test-'
const anHour = 3_600_000

/** A server for one test run, in a temporary folder and without durability; `stop` removes it all. */
export async function temporaryPostgres(
  settings: Settings = {}
): Promise<{ url: string; stop(): Promise<void> }> {
  await sweep()
  const dataDir = mkdtempSync(join(tmpdir(), prefix))
  chmodSync(dataDir, 0o711)
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  try {
    const server = await startPostgres({ dataDir, log: silent, settings: { ...throwaway, ...settings } })
    return { url: server.url, stop: () => server.stop().then(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

/** Test runs that were killed leave their folders; an hour later nobody is about to claim them. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age < anHour || (await isClaimed(folder).catch(() => true))) continue
    rmSync(folder, { recursive: true, force: true })
  }
}
