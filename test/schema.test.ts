import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './database.ts'

// What keeps the door to many machines open: every row of a shop is found by its shop first, and nothing happens by
// itself in the database. Read from the catalogue of a database that the migrations have just made.

/** The installation's own: people and their sessions, hosts on their way to a shop, the salts of the day, backups of it all. */
const GLOBAL = ['auth_accounts', 'auth_sessions', 'auth_users', 'auth_verifications', 'backup_turn', 'backups', 'installation', 'migrations', 'shop_hosts', 'visitor_salts'] // prettier-ignore

/** Found by words, which a btree's leading column cannot help; the shop is a condition beside them. */
const BY_WORDS = ['posts_search', 'products_words']

let database: Awaited<ReturnType<typeof freshDatabase>>
let client: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const names = async (query: string): Promise<string[]> =>
  (await client.query<{ name: string }>(query)).rows.map(({ name }) => name)

const columnOf = (table: string, number: string) =>
  `(select attname from pg_attribute where attrelid = ${table} and attnum = ${number})`

/** The tables, whole ones rather than their partitions, that fulfil a condition on `c`, the global ones left out. */
const TABLES = `from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and not c.relispartition and c.relname <> all ('{${GLOBAL.join()}}')`

test('every table that is not the installation’s belongs to a shop, and its primary key begins with the shop', async () => {
  expect((await names(`select relname as name ${TABLES}`)).length).toBeGreaterThan(30)
  const homeless = await names(`select relname as name ${TABLES} and not exists (select from pg_index i
    where i.indrelid = c.oid and i.indisprimary and ${columnOf('c.oid', 'i.indkey[0]')} = 'shop_id')`)
  expect(homeless).toEqual([])
})

test('every index of a shop’s table begins with the shop', async () => {
  const others =
    await names(`select i.indexrelid::regclass::text as name from pg_index i, lateral (select c.* ${TABLES}
    and c.oid = i.indrelid) c where ${columnOf('c.oid', 'i.indkey[0]')} is distinct from 'shop_id' order by 1`)
  expect(others).toEqual(BY_WORDS)
})

test('every foreign key of a shop’s table stays within the shop, and none blanks what it leaves behind', async () => {
  const others = await names(`select f.conname as name from pg_constraint f, lateral (select c.* ${TABLES}
    and c.oid = f.conrelid) c where f.contype = 'f' and (f.confdeltype in ('n', 'd') or f.confupdtype in ('n', 'd')
    or ${columnOf('f.conrelid', 'f.conkey[1]')} <> 'shop_id')`)
  expect(others).toEqual([])
})

test('nothing happens by itself: no trigger, and no identity that can run out', async () => {
  expect(await names('select tgname as name from pg_trigger where not tgisinternal')).toEqual([])
  const small = await names(`select attrelid::regclass || '.' || attname as name from pg_attribute
    where attidentity <> '' and atttypid <> 'int8'::regtype`)
  expect(small).toEqual([])
})
