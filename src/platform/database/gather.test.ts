import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { connect, withNext } from './index.ts'

/** A table of numbers that must differ, on a database that is dropped afterwards. */
async function numbers(options: { prepare?: boolean } = {}) {
  const fresh = await freshDatabase()
  const { db, pool, close } = connect(fresh.url, { max: 1, ...options })
  await sql`create table numbers (n int primary key)`.execute(db)
  const there = async () => (await sql<{ n: number }>`select n from numbers order by n`.execute(db)).rows.map(({ n }) => n) // prettier-ignore
  return { db, pool, there, end: () => close().then(fresh.drop) }
}

const put = (n: number) => sql`insert into numbers values (${n}) ${withNext}`

test.each([true, false])(
  'gathered statements are sent in order, with the next or the commit (prepare %s)',
  async (prepare) => {
    const { db, there, end } = await numbers({ prepare })
    for (const first of [10, 20, 30, 40]) {
      await db.transaction().execute(async (tx) => {
        await put(first).execute(tx)
        const { rows } = await sql<{ n: number }>`select max(n) as n from numbers`.execute(tx)
        expect(rows).toEqual([{ n: first }])
        await put(first + 1).execute(tx)
        await put(first + 2).execute(tx)
      })
    }
    expect(await there()).toEqual([10, 11, 12, 20, 21, 22, 30, 31, 32, 40, 41, 42])
    await end()
  }
)

test('a gathered statement that fails undoes all, with its own error, and the connection goes on', async () => {
  const { db, there, end } = await numbers()
  const fail = db.transaction().execute(async (tx) => {
    await put(1).execute(tx)
    await put(1).execute(tx)
    await put(2).execute(tx)
  })
  await expect(fail).rejects.toMatchObject({ code: '23505' })
  const earlier = db.transaction().execute(async (tx) => {
    await put(1).execute(tx)
    await put(1).execute(tx)
    await sql`select 1`.execute(tx)
  })
  await expect(earlier).rejects.toMatchObject({ code: '23505' })
  await db.transaction().execute((tx) => put(3).execute(tx))
  expect(await there()).toEqual([3])
  await end()
})

test('a transaction that is given up leaves nothing behind, whether anything of it was sent or not', async () => {
  const { db, there, end } = await numbers()
  for (const sent of [true, false]) {
    const given = db.transaction().execute(async (tx) => {
      if (sent) await sql`select 1`.execute(tx)
      await put(1).execute(tx)
      throw new Error('given up')
    })
    await expect(given).rejects.toThrow('given up')
  }
  expect(await there()).toEqual([])
  await end()
})

test('outside a transaction nothing waits for a next one', async () => {
  const { db, there, end } = await numbers()
  await put(1).execute(db)
  await db.transaction().execute(async () => {})
  expect(await there()).toEqual([1])
  await end()
})
