import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#platform/database/migrate.ts'
import { temporaryPostgres } from '#platform/postgres/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: string
    template: string
  }
}

/** One server for the whole run (or TEST_DATABASE_URL), and one migrated template that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const postgres = given ? undefined : await temporaryPostgres()
  const server = given ?? postgres!.url
  project.provide('server', server)
  project.provide('template', await makeTemplate(server))
  return async () => postgres?.stop()
}

/** The template is named after the migrations' text, so that a server that outlives the run is never stale. */
async function makeTemplate(server: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of readdirSync('migrations').sort()) hash.update(readFileSync(`migrations/${name}`))
  const template = `torilla_template_${hash.digest('hex').slice(0, 12)}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7068402)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (!rowCount) {
      await client.query(`create database ${template}_new`)
      await migrate(databaseUrl(server, `${template}_new`), 'migrations')
      await client.query(`alter database ${template}_new rename to ${template}`)
    }
  } finally {
    await client.end()
  }
  return template
}

/** The same server, another database. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
