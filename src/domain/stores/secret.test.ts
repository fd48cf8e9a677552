import { expect, test } from 'vitest'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import { setStoreSecret } from '../store-orders/index.ts'
import { changeStore, createStore } from './index.ts'

const GOOD = ['eight888', `whsec_${Buffer.alloc(16, 7).toString('base64')}`]
const BAD = [
  'seven77',
  'whsec_********',
  `whsec_${Buffer.alloc(15, 7).toString('base64')}`,
  `whsec_${'*'.repeat(40)}`,
  `whsec_${'A'.repeat(20)}****`,
  'zero\u0000width',
  'x'.repeat(201)
]

const keysOf = (w: World, id: string) =>
  w.ctx.db
    .selectFrom('stores')
    .select(['secret', 'old_secret as old', 'old_secret_until as until', 'version'])
    .where('shop_id', '=', w.shopId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

test('every way to a secret takes the same ones: long enough, and of real bytes where it says base64', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const { id } = await w.given.store({ secret: null })
  const doors = (secret: string) => [
    createStore(w.ctx, owner, { name: 'Quay', kind: 'url', address: 'https://quay.example.com', secret }),
    setStoreSecret(w.ctx, owner, { storeId: id, secret }),
    keysOf(w, id).then(({ version }) => changeStore(w.ctx, owner, { storeId: id, version, secret }))
  ]
  for (const secret of BAD)
    for (const door of doors(secret)) expect(await door, secret).toMatchObject({ refusal: 'invalid' })
  expect((await keysOf(w, id)).secret).toBeNull()
  for (const secret of GOOD)
    for (const door of doors(secret)) expect(await door, secret).toMatchObject({ ok: true })
})

test('a secret that is changed with the store is believed for a day beside the new one; taken away, neither is', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const { id: storeId } = await w.given.store({ secret: 'the first one' })
  const change = async (secret: string | null) =>
    must(changeStore(w.ctx, owner, { storeId, version: (await keysOf(w, storeId)).version, secret }))
  await change('the second one')
  const until = new Date(w.clock.now().getTime() + 86_400_000)
  const both = { secret: 'the second one', old: 'the first one', until }
  expect(await keysOf(w, storeId)).toMatchObject(both)
  await change('the second one')
  expect(await keysOf(w, storeId)).toMatchObject(both)
  await change(null)
  expect(await keysOf(w, storeId)).toMatchObject({ secret: null, old: null, until: null })
})
