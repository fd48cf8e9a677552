// Writes src/platform/database/schema.ts from the migrations, on a throwaway database.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { migrate } from '../src/platform/database/migrate.ts'
import { temporaryPostgres } from '../src/platform/postgres/index.ts'

const FILE = 'src/platform/database/schema.ts'
const postgres = process.env.DATABASE_URL ? undefined : await temporaryPostgres()
try {
  const url = process.env.DATABASE_URL ?? postgres!.url
  await migrate(url, 'migrations')
  execFileSync('kysely-codegen', ['--dialect', 'postgres', '--url', url, '--out-file', FILE], {
    stdio: 'inherit'
  })
} finally {
  await postgres?.stop()
}
// bigint and numeric are read as numbers, a date as text; jsonb is written as text and read as whatever it was.
const types = readFileSync(FILE, 'utf8')
  .replace(/export type Int8 = .*;/, 'export type Int8 = number;')
  .replace(
    /export type Numeric = .*;/,
    'export type Numeric = ColumnType<number, number | string, number | string>;'
  )
  .replace(/export type Json = JsonValue;/, 'export type Json = ColumnType<unknown, string, string>;')
  .replace(/^  (day|valid_from): Timestamp;?$/gm, '  $1: ColumnType<string, string, string>')
  .replace(/export type Json(Array|Primitive|Value) = .*;\n\n/g, '')
  .replace(/export type JsonObject = \{\n.*\n\};\n\n/, '')
writeFileSync(FILE, types)
execFileSync('prettier', ['--ignore-path', '/dev/null', '--write', '--log-level', 'warn', FILE], {
  stdio: 'inherit'
})
