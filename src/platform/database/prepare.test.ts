import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { connect } from './index.ts'
import { nameOf } from './prepare.ts'

const prepared = sql<{
  statement: string
}>`select statement from pg_prepared_statements where statement like '%+ 40%'`

test.each([
  [true, 1],
  [false, 0]
])('with prepare %s a statement that comes again is kept by its connection', async (prepare, kept) => {
  const fresh = await freshDatabase()
  const { db, close } = connect(fresh.url, { max: 1, prepare })
  for (let i = 0; i < 5; i++) {
    const { rows } = await sql<{ n: number }>`select ${i}::int + 40 as n`.execute(db)
    expect(rows).toEqual([{ n: i + 40 }])
  }
  expect((await prepared.execute(db)).rows).toHaveLength(kept)
  await expect(sql`select ${'x'}::int + 40 as n`.execute(db)).rejects.toThrow('invalid input syntax')
  expect((await sql`select ${2}::int + 40 as n`.execute(db)).rows).toEqual([{ n: 42 }])
  await close()
  await fresh.drop()
})

test('a statement is named from its third time on, and names come to an end', () => {
  expect([nameOf('select a'), nameOf('select a')]).toEqual([undefined, undefined])
  expect(nameOf('select a')).toMatch(/^q\d+$/)
  expect(nameOf('select a')).toBe(nameOf('select a'))
  const given = Array.from({ length: 2_000 }, (_, i) => [1, 2, 3].map(() => nameOf(`select ${i}`)).at(-1))
  expect(given.filter(Boolean).length).toBeLessThanOrEqual(500)
})
