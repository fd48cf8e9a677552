import { readMigrations, type Migration } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import type { Manifest } from './manifest.ts'

export type PlanRefusal = 'backup_newer_build' | 'backup_other_build'

/** The steps a backup's tables were made by, and those that came since. */
export type Plan = { before: Migration[]; after: Migration[] }

/** Only our own migrations are ever run, known by name and text: a file brings rows, never statements. */
export async function planMigrations(
  manifest: Manifest,
  folder: string
): Promise<Outcome<Plan, PlanRefusal>> {
  const ours = await readMigrations(folder)
  const known = new Map(ours.map((migration) => [migration.name, migration]))
  const theirs = new Map(manifest.migrations.map(({ name, sha256 }) => [name, sha256]))
  for (const [name, sha256] of theirs) {
    if (!known.has(name)) return refused('backup_newer_build', { version: manifest.version })
    if (known.get(name)!.sha256 !== sha256)
      return refused('backup_other_build', { version: manifest.version })
  }
  return done({
    before: ours.filter(({ name }) => theirs.has(name)),
    after: ours.filter(({ name }) => !theirs.has(name))
  })
}
