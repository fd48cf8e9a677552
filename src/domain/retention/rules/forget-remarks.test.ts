import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { forgetRemarks } from './forget-rows.ts'

test('of rows of people and orders that are too old the name they were noted under goes too, of goods it stays', async () => {
  const w = await world()
  const { ctx, shopId } = w
  const at = ctx.clock.now()
  for (const kind of ['customers', 'orders', 'products']) {
    const id = ctx.ids.next()
    const row = { kind, file_key: id, file_name: 'x.csv', file_bytes: 1, state: 'done' }
    await ctx.db.insertInto('imports').values({ shop_id: shopId, id, ...row, created_at: at, finished_at: at }).execute() // prettier-ignore
    await ctx.db.insertInto('import_problems').values({ shop_id: shopId, import_id: id, n: 1, row: 1, code: 'x', handle: kind }).execute() // prettier-ignore
  }
  const before = new Date(at.getTime() + 1)
  const forget = () => ctx.db.transaction().execute((tx) => forgetRemarks({ ctx, tx, shopId, before } as never)) // prettier-ignore
  expect([await forget(), await forget()]).toEqual([2, 0])
  const left = await ctx.db.selectFrom('import_problems').select('handle').where('shop_id', '=', shopId).where('handle', 'is not', null).execute() // prettier-ignore
  expect(left).toEqual([{ handle: 'products' }])
})
