import { text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import { eraseGuest, runErasure } from '../index.ts'
import { leftOutKey } from '../testing.ts'

type Remark = { handle?: string; raw?: string; detail?: string }

/** An import with these remarks, and what is left of each after an erasure. */
async function remarked(w: World, kind: string, remarks: Remark[]) {
  const { ctx, shopId } = w
  const id = ctx.ids.next()
  const at = ctx.clock.now()
  const row = { kind, file_key: id, file_name: 'x.csv', file_bytes: 1, state: 'done' }
  await ctx.db.insertInto('imports').values({ shop_id: shopId, id, ...row, created_at: at, finished_at: at }).execute() // prettier-ignore
  const rows = remarks.map((remark, n) => ({ shop_id: shopId, import_id: id, n, row: n, code: 'x', ...remark })) // prettier-ignore
  await ctx.db.insertInto('import_problems').values(rows).execute()
  const left = () =>
    ctx.db.selectFrom('import_problems').select(['handle', 'raw', 'detail']).where('import_id', '=', id).orderBy('n').execute() // prettier-ignore
  return { id, left }
}

async function erase(w: World, address: string) {
  const tee = await w.given.product({ stock: 2 })
  await w.given.order([{ variantId: tee.variantId }], { pay: { email: address } })
  const { erasureId } = await must(eraseGuest(w.ctx, await w.given.owner(), { address }))
  await runErasure(w.ctx, w.shopId, erasureId)
}

const NOTHING = { handle: null, raw: null, detail: null }

test('what an import noted goes by the name it was noted under, too, and an order’s number stays', async () => {
  const w = await world()
  const customers = await remarked(w, 'customers', [
    { handle: 'Ann@X.fi', raw: 'call me' },
    { handle: 'Ann Doe', raw: 'Ann Doe,Ann@x.fi,1' }
  ])
  const orders = await remarked(w, 'orders', [{ handle: '#1001', detail: '<ann@x.fi>' }])
  await erase(w, 'ann@x.fi')
  expect(await customers.left()).toEqual([NOTHING, NOTHING])
  expect(await orders.left()).toEqual([{ ...NOTHING, handle: '#1001' }])
})

test('an address that ends or begins another is that other’s', async () => {
  const w = await world()
  const kept = ['joann@x.fi', 'jo.ann@x.fi', 'jo+ann@x.fi', 'öann@x.fi', 'ann@x.fi.example', 'ann@x.fie', 'annax.fi'] // prettier-ignore
  const gone = ['ann@x.fi', 'ANN@X.FI.', 'x,"ann@x.fi"', 'mailto:ann@x.fi', '\tann@x.fi\n']
  const { id, left } = await remarked(w, 'customers', [...kept, ...gone].map((raw) => ({ raw }))) // prettier-ignore
  const lines = ['","', '[1,"email"]', ...[...kept, ...gone].map((cell, n) => JSON.stringify([n + 2, cell]))]
  const key = leftOutKey(w.shopId, id)
  await w.ctx.files.put(key, Readable.from(lines.map((line) => `${line}\n`), { objectMode: false })) // prettier-ignore
  await erase(w, 'ann@x.fi')
  expect((await left()).map(({ raw }) => raw)).toEqual([...kept, ...gone.map(() => null)])
  const file = await text((await w.ctx.files.open(key))!.stream)
  expect(file.trimEnd().split('\n')).toEqual(lines.slice(0, 2 + kept.length))
})
