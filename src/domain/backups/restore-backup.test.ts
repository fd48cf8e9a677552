import { stat } from 'node:fs/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { migrate } from '#platform/database/index.ts'
import { contentsOf, filesOf } from '#test/contents.ts'
import { rush } from '#test/checkout.ts'
import { world } from '#test/world.ts'
import { restoreBackup } from './restore-backup.ts'
import { backUp, emptyPlace, sourceOf } from './testing.ts'

const TRICKY = [
  '\\N',
  '\\.',
  'tab\there',
  'line\nfeed\r\n',
  'back\\slash',
  '"quoted", \'so\'',
  '🐟 ñ 漢字',
  '',
  '\u2028'
]

test('a restored place has the same rows in every table, the same pictures, and goes on counting where it stood', async () => {
  const w = await world()
  const { ctx, given, shopId } = w
  const pictures = [await given.picture(), await given.picture()]
  for (const words of TRICKY)
    await given.post({ words, pictures: pictures.map((id) => ({ id, alt: `So: ${words}` })) })
  const { variantId } = await given.product({ stock: 7, options: { Size: TRICKY.filter(Boolean) } })
  await given.order([{ variantId, quantity: 2 }])
  await w.settle()
  const backup = await backUp(sourceOf(w))
  const place = await emptyPlace()
  expect(await restoreBackup(place, backup)).toMatchObject({ ok: true })

  expect(await contentsOf(place.databaseUrl)).toEqual(await contentsOf(w.databaseUrl))
  expect(await filesOf(place.files)).toEqual(await filesOf(ctx.files))
  expect(Object.keys(await filesOf(place.files)).length).toBeGreaterThan(4)
  expect((await stat(backup.path)).mode & 0o777).toBe(0o600)
  expect(await migrate(place.databaseUrl, 'migrations')).toEqual([])
  const next = await onlyRow(
    place.databaseUrl,
    `insert into outbox (shop_id, topic, payload, run_at, created_at) values (${shopId}, 'x', '{}', now(), now()) returning id`
  )
  const { last } = await onlyRow(w.databaseUrl, 'select max(id)::int as last from outbox')
  expect(Number(next.id)).toBeGreaterThan(last as number)
})

test('a shop that sells on during the backup is kept as of one moment: stock is its moves, the ledger has no gap', async () => {
  const w = await world()
  const { ctx, given, shopId } = w
  const { variantId } = await given.product({ stock: 500 })
  await rush(ctx, shopId, { buyers: 4, variantId })
  let over = false
  const selling = (async () => {
    while (!over) await rush(ctx, shopId, { buyers: 4, variantId })
  })()
  const backups = []
  for (let i = 0; i < 3; i++) backups.push(await backUp(sourceOf(w)))
  over = true
  await selling
  const sold: number[] = []
  for (const backup of backups) {
    const place = await emptyPlace()
    expect(await restoreBackup(place, backup)).toMatchObject({ ok: true })
    const kept = await onlyRow(place.databaseUrl, CONSISTENT(shopId, variantId))
    expect(kept).toMatchObject({
      stock_is_moves: true,
      reserved_is_held: true,
      ledger_whole: true,
      paid: true
    })
    sold.push(Number(kept.orders))
  }
  const { orders } = await onlyRow(w.databaseUrl, CONSISTENT(shopId, variantId))
  expect(sold[0]).toBeGreaterThan(0)
  expect(sold[0]).toBeLessThan(Number(orders))
})

const CONSISTENT = (shopId: number, variantId: string) => `select
  (select sum(on_hand) from stock where shop_id = ${shopId} and variant_id = '${variantId}')
    = (select sum(change) from stock_moves where shop_id = ${shopId} and variant_id = '${variantId}') as stock_is_moves,
  (select sum(reserved) from stock where shop_id = ${shopId}) =
    (select coalesce(sum(quantity), 0) from reservations where shop_id = ${shopId}) as reserved_is_held,
  (select count(*) = max(seq) and max(seq) < (select next from ledger_counters where shop_id = ${shopId})
    from ledger where shop_id = ${shopId}) as ledger_whole,
  (select count(*) from orders where shop_id = ${shopId} and state = 'placed') as orders,
  not exists (select from orders o where shop_id = ${shopId} and state = 'placed' and not exists
    (select from payments p where p.shop_id = o.shop_id and p.order_id = o.id and p.state = 'paid')) as paid`

async function onlyRow(url: string, query: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(query)).rows[0]!
  } finally {
    await client.end()
  }
}
