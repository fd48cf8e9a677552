import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createFiles, type Files } from '#platform/files/index.ts'
import { emptyDatabase } from '#test/database.ts'
import type { World } from '#test/world.ts'
import { checkBackup, type CheckedBackup } from './check-backup.ts'
import { makeBackup, type Source } from './make-backup.ts'
import type { Place } from './restore-backup.ts'

/** A folder for as long as the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'torilla-backup-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A database with nothing in it and an empty store. */
export async function emptyPlace(server?: string): Promise<Place & { files: Files }> {
  const database = await emptyDatabase(server)
  onTestFinished(database.drop)
  const folder = await temporaryFolder()
  return {
    databaseUrl: database.url,
    files: createFiles({ kind: 'local', folder }),
    migrations: 'migrations'
  }
}

export const sourceOf = ({ ctx, databaseUrl }: Pick<World, 'ctx' | 'databaseUrl'>): Source => ({
  clock: ctx.clock,
  files: ctx.files,
  databaseUrl,
  version: '0.0.0-test'
})

/** A backup of this world in a folder of its own, read back as every restore does. */
export async function backUp(source: Source): Promise<CheckedBackup> {
  const path = join(await temporaryFolder(), 'shop.tar')
  const made = await makeBackup(source, path)
  if (!made.ok) throw new Error(made.refusal)
  const checked = await checkBackup(path)
  if (!checked.ok) throw new Error(checked.refusal)
  return checked.value
}
