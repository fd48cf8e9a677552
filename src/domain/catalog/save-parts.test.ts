import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { write } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { world } from '#test/world.ts'
import { saveCollection } from './index.ts'
import { saveCollections } from './save-parts.ts'

test('whoever puts a product into a collection waits for an edit that looks at the collection', async () => {
  const w = await world()
  const product = await w.given.product()
  const made = await saveCollection(w.ctx, await w.given.owner(), { title: 'Rain' })
  if (!made.ok) throw new Error(made.refusal)
  const { id } = made.value
  const put = () =>
    write(w.ctx, w.shopId, async (tx) => done(await saveCollections(tx, w.shopId, product.id, [id])))
  let putting: Promise<unknown> | undefined
  await write(w.ctx, w.shopId, async (tx) => {
    await tx.selectFrom('collections').select('id').where('id', '=', id).forNoKeyUpdate().execute()
    putting = put()
    await expect.poll(waiting).toBe(1)
    return done(null)
  })
  expect(await putting).toEqual(done(true))
  expect(await put()).toEqual(done(false))

  async function waiting(): Promise<number> {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%collections%'`.execute(
      w.ctx.db
    )
    return rows[0]!.n
  }
})
