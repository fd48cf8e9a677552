import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Context } from '#context'
import { openArchive, type Archive } from '#platform/archive/index.ts'
import type { Session } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { allOf, readSequences, type Table } from './catalogue.ts'
import { diskProblem, type DiskProblem } from './disk-problem.ts'
import { FORMAT, MANIFEST, TOTALS, type Manifest, type Totals } from './manifest.ts'
import { inSnapshot } from './snapshot.ts'
import { countJobs, outboxWithJobs } from './unfinished-jobs.ts'
import { writeFiles } from './write-files.ts'
import { writeRows } from './write-tables.ts'

export type MakeRefusal = 'file_exists' | 'no_shop_here' | DiskProblem

export type MadeBackup = { path: string; bytes: number; manifest: Manifest; totals: Totals }

/** What a backup is made of: a database, a file store, and the release that looks at them. */
export type Source = Pick<Context, 'clock' | 'files'> & { databaseUrl: string; version: string }

/** Writes everything into one file that appears when it is whole. The shop goes on meanwhile, and is as of one moment. */
export async function makeBackup(source: Source, path: string): Promise<Outcome<MadeBackup, MakeRefusal>> {
  if (existsSync(path)) return refused('file_exists')
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    return await inSnapshot(source.databaseUrl, async (session, tables) => {
      if (!tables.length) return refused('no_shop_here')
      const archive = openArchive(path)
      try {
        const contents = await writeContents(source, archive, session, tables)
        return done({ path, bytes: await archive.seal(), ...contents })
      } catch (error) {
        await archive.abandon()
        throw error
      }
    })
  } catch (error) {
    const problem = diskProblem(error)
    if (problem) return refused(problem)
    throw error
  }
}

async function writeContents(source: Source, archive: Archive, session: Session, tables: Table[]) {
  const manifest = await describe(source, session, tables)
  await addJson(archive, MANIFEST, manifest)
  const jobs = await countJobs(session)
  const sequences = await readSequences(session)
  const outbox = sequences.find(({ table }) => table === 'outbox')
  const rows: Totals['rows'] = {}
  for (const table of tables) {
    const carries = table.name === 'outbox' && jobs !== undefined && outbox
    const query = carries ? outboxWithJobs(outbox.value) : allOf(table)
    rows[table.name] = await writeRows(archive, session, table.name, query)
  }
  if (jobs && outbox) Object.assign(outbox, { value: outbox.value + jobs, used: true })
  const files = await writeFiles(archive, session, source.files)
  const totals: Totals = { sha256: archive.digest(), rows, sequences, ...files, jobs: jobs ?? 0 }
  await addJson(archive, TOTALS, totals)
  return { manifest, totals }
}

async function describe({ clock, version }: Source, session: Session, tables: Table[]): Promise<Manifest> {
  const { rows } = await session.query<{ name: string; sha256: string; at: string }>(
    'select name, sha256, applied_at::text as at from migrations order by name'
  )
  const { rows: server } = await session.query<{ v: string }>("select current_setting('server_version') as v")
  return {
    app: 'torilla',
    format: FORMAT,
    version,
    postgres: server[0]!.v.slice(0, 40),
    madeAt: clock.now().toISOString(),
    migrations: rows.map(({ name, sha256, at }) => ({ name, sha256, appliedAt: at })),
    tables
  }
}

async function addJson(archive: Archive, name: string, value: unknown): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
  await archive.add(name, bytes.length, [bytes])
}
