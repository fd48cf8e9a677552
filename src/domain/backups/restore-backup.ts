import type { Context } from '#context'
import { readArchive } from '#platform/archive/index.ts'
import {
  applyMigration,
  inSession,
  lockMigrations,
  makeMigrationsTable,
  plainText,
  quoted,
  UNFINISHED,
  type Session
} from '#platform/database/index.ts'
import { done, type Outcome } from '#platform/outcome.ts'
import { listTables, setSequences } from './catalogue.ts'
import type { CheckedBackup } from './check-backup.ts'
import { fileLoader } from './load-files.ts'
import { rowLoader } from './load-rows.ts'
import { TOTALS, type Manifest } from './manifest.ts'
import { planMigrations, type Plan, type PlanRefusal } from './plan-migrations.ts'
import { takePlace, type PlaceRefusal } from './take-place.ts'

export type RestoreRefusal = PlanRefusal | PlaceRefusal

/** Where a backup goes: a database, a file store, and the migrations of the release that will run there. */
export type Place = Pick<Context, 'files'> & { databaseUrl: string; migrations: string }

/**
 * Brings a checked backup back into an empty place. The database is one transaction, whose end takes the mark of an
 * unfinished restore away: killed at any moment, the place is empty and says so, and the same restore can be run again.
 */
export async function restoreBackup(
  { files, databaseUrl, migrations }: Place,
  backup: CheckedBackup
): Promise<Outcome<CheckedBackup, RestoreRefusal>> {
  const plan = await planMigrations(backup.manifest, migrations)
  if (!plan.ok) return plan
  return inSession(databaseUrl, async (session) => {
    await plainText(session)
    await lockMigrations(session)
    const place = await takePlace(session, files)
    if (!place.ok) return place
    await session.query('begin')
    await makeTables(session, backup.manifest, plan.value)
    await load(session, files, backup)
    for (const migration of plan.value.after) await applyMigration(session, migration)
    await session.query(`drop table ${UNFINISHED}`)
    await session.query('commit')
    await session.query('analyze')
    return done(backup)
  })
}

/** The tables as they were when the backup was made, empty, with the same columns. */
async function makeTables(
  session: Session,
  { migrations, tables }: Manifest,
  { before }: Plan
): Promise<void> {
  await makeMigrationsTable(session)
  for (const migration of before) await applyMigration(session, migration)
  for (const { name, appliedAt } of migrations) {
    await session.query('update migrations set applied_at = $2 where name = $1', [name, appliedAt])
  }
  const made = await listTables(session)
  const shape = (list: Manifest['tables']) =>
    JSON.stringify(list.map(({ name, columns }) => [name, [...columns].sort()]).sort())
  if (shape(made) !== shape(tables)) throw new Error('The backup’s tables are not those its migrations make.')
  await session.query(`truncate ${tables.map(({ name }) => quoted(name)).join()}`)
}

/** Reads the file once more, and again believes only its digest: it may have changed since it was checked. */
async function load(session: Session, files: Context['files'], { path, manifest, totals }: CheckedBackup) {
  const rows = rowLoader(session, manifest.tables)
  const shelf = fileLoader(files)
  let digest: string | undefined
  for await (const entry of readArchive(path)) {
    const [folder, ...rest] = entry.name.split('/')
    if (folder === 'tables') await rows.add(rest[0]!, entry.body)
    else if (folder === 'files') {
      await rows.end()
      await shelf.add(rest.join('/'), entry)
    } else if (entry.name === TOTALS) digest = entry.digestBefore
  }
  await rows.end()
  await shelf.end()
  const short = manifest.tables.filter(({ name }) => totals.rows[name] !== (rows.loaded[name] ?? 0))
  if (digest !== totals.sha256 || short.length || shelf.loaded.count !== totals.files.count)
    throw new Error(
      `The backup changed while it was read. Nothing was kept. ${short.map((t) => t.name).join(', ')}`
    )
  await setSequences(session, totals.sequences)
}
