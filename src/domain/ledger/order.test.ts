import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { done } from '#platform/outcome.ts'
import { world } from '#test/world.ts'
import { append, project, rebuild, write, type Projection } from './index.ts'

/** Counts every row it is handed, by kind, in a table of its own. */
const tally: Projection = {
  name: 'test_tally',
  version: 1,
  kinds: ['like', 'unlike'],
  apply: async (tx, { shopId, after, upTo }) => {
    await sql`insert into test_tally (shop_id, kind, n)
      select shop_id, kind, count(*) from ledger
      where shop_id = ${shopId} and seq > ${after} and seq <= ${upTo} group by shop_id, kind
      on conflict (shop_id, kind) do update set n = test_tally.n + excluded.n`.execute(tx)
  },
  reset: async (tx, shopId) => {
    await sql`delete from test_tally where shop_id = ${shopId}`.execute(tx)
  }
}

test('a reader that follows eight concurrent writers misses no row', async () => {
  const { ctx, shopId, ledger } = await world()
  await sql`create table if not exists test_tally (shop_id bigint, kind text, n bigint, primary key (shop_id, kind))`.execute(
    ctx.db
  )
  let writing = true
  const reader = (async () => {
    while (writing) await project(ctx, shopId, tally)
  })()
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let i = 0; i < 40; i++) {
        await write(ctx, shopId, async (tx) => {
          const kind = (writer + i) % 3 ? 'like' : 'unlike'
          await append(ctx, tx, shopId, [
            { kind, actor: `w${writer}`, subject: { kind: 'shop', id: null }, payload: null }
          ])
          return done(null)
        })
      }
    })
  )
  writing = false
  await reader
  await project(ctx, shopId, tally)
  const read = () =>
    sql<{
      kind: string
      n: number
    }>`select kind, n from test_tally where shop_id = ${shopId} order by kind`.execute(ctx.db)
  const followed = (await read()).rows
  expect(followed.reduce((sum, row) => sum + row.n, 0)).toBe(320)
  expect((await ledger()).map((row) => row.seq)).toEqual(Array.from({ length: 320 }, (_, i) => i + 1))
  await rebuild(ctx, shopId, tally)
  expect((await read()).rows).toEqual(followed)
})

test('an entry with a known dedupe key is not written again', async () => {
  const { ctx, shopId, ledger } = await world()
  const entry = {
    kind: 'follow',
    actor: 'a',
    subject: { kind: 'shop', id: null },
    payload: null,
    dedupeKey: 'once'
  } as const
  for (let i = 0; i < 2; i++) {
    await write(ctx, shopId, async (tx) => done(await append(ctx, tx, shopId, [entry])))
  }
  expect(await ledger()).toHaveLength(1)
})
