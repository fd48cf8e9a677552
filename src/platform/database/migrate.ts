import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { refuseUnfinished } from './unfinished.ts'

const LOCK = 7_068_401 // any fixed number: two processes that start together migrate one after the other

export type Migration = { name: string; sha256: string; text: string }

/** Applies every migration not yet applied, in order of name, each in a transaction. Returns the names applied. */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await lockMigrations(client)
    await refuseUnfinished(client)
    await makeMigrationsTable(client)
    return await applyMissing(client, await readMigrations(folder))
  } finally {
    await client.end()
  }
}

/** Held until the connection ends: whoever else would change the tables waits. */
export async function lockMigrations(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [LOCK])
}

/** Runs `work` while the tables stay as they are. */
export async function whileUnchanged<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock_shared($1)', [LOCK])
  return work().finally(() => client.query('select pg_advisory_unlock_shared($1)', [LOCK]))
}

export async function makeMigrationsTable(client: pg.Client): Promise<void> {
  await client.query(`create table if not exists migrations (
    name text primary key, sha256 text not null, applied_at timestamptz not null)`)
}

/** What a folder holds, in order of name. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    })
  )
}

async function applyMissing(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations')
  const known = new Map(rows.map((row) => [row.name, row.sha256]))
  const applied: string[] = []
  for (const migration of migrations) {
    if (known.get(migration.name) === migration.sha256) continue
    if (known.has(migration.name))
      throw new Error(`Migration ${migration.name} was changed after it had been applied.`)
    await applyAlone(client, migration)
    applied.push(migration.name)
  }
  return applied
}

async function applyAlone(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await applyMigration(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Within the caller's transaction. */
export async function applyMigration(client: pg.Client, { name, text, sha256 }: Migration): Promise<void> {
  try {
    await client.query(text)
    await client.query('insert into migrations values ($1, $2, $3)', [name, sha256, new Date()])
  } catch (error) {
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
