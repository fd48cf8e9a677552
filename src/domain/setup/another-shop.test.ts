import { expect, test } from 'vitest'
import { addHost, listHosts, originOf, removeHost, resolveShop, setMainHost } from '#domain/shops/index.ts'
import { emptyWorld, world } from '#test/world.ts'
import { openAnotherShop } from './index.ts'

const shop = { name: 'Sivutori', currency: 'NOK', country: 'NO', locale: 'nb', timezone: 'Europe/Oslo' }

test('an owner of the first shop opens another on its own host name, and it is theirs', async () => {
  const { ctx, given } = await world()
  const owner = await given.owner()
  const host = `${ctx.ids.code(10)}.example.no`
  const isFirst = (await ctx.db.selectFrom('shops').select('shop_id').execute()).length === 1
  expect(isFirst).toBe(true)
  const opened = await openAnotherShop(ctx, owner, { ...shop, host: host.toUpperCase() })
  if (!opened.ok) throw new Error(opened.refusal)
  expect(await resolveShop(ctx, host)).toMatchObject({
    id: opened.value.shopId,
    name: 'Sivutori',
    currency: 'NOK'
  })
  expect(await resolveShop(ctx, 'nobody.example')).toBeUndefined()
  const owners = await ctx.db
    .selectFrom('members')
    .select('role')
    .where('shop_id', '=', opened.value.shopId)
    .execute()
  expect(owners).toEqual([{ role: 'owner' }])
  expect(await openAnotherShop(ctx, owner, { ...shop, host })).toMatchObject({ refusal: 'host_taken' })
  const stranger = { ...owner, shopId: opened.value.shopId }
  expect(await openAnotherShop(ctx, stranger, { ...shop, host: 'x.example' })).toMatchObject({
    refusal: 'not_yours'
  })
})

test('host names are one shop’s only, and the main one is where letters lead', async () => {
  const [here, there] = [await world(), await world()]
  const [ana, bo] = [await here.given.owner(), await there.given.owner()]
  const name = `${here.ctx.ids.code(10)}.example.com`
  expect(await addHost(here.ctx, ana, name)).toMatchObject({ ok: true })
  expect(await addHost(there.ctx, bo, name)).toMatchObject({ refusal: 'host_taken' })
  expect(await removeHost(there.ctx, bo, name)).toMatchObject({ refusal: 'host_not_found' })
  for (const bad of ['', 'a b.example', '-x.example', 'x..example', 'https://x.example', 'x.example:80']) {
    expect(await addHost(here.ctx, ana, bad)).toMatchObject({ refusal: 'invalid', detail: { field: 'host' } })
  }
  expect(await setMainHost(here.ctx, ana, name)).toMatchObject({ ok: true })
  expect((await listHosts(here.ctx, here.shopId))[0]).toEqual({ host: name, isPrimary: true })
  expect(await removeHost(here.ctx, ana, name)).toMatchObject({ refusal: 'last_host' })
})

test('a letter’s link never follows a forged Host header once the shop has a name', async () => {
  const { ctx, given, shopId } = await world()
  const [{ host } = { host: '' }] = await listHosts(ctx, shopId)
  expect(await originOf(ctx, shopId, 'http://evil.example')).toBe(`http://${host}:3000`)
  expect(await originOf(ctx, shopId, `https://${host}`)).toBe(`https://${host}`)
  const https = { ...ctx, config: { ...ctx.config, publicUrl: new URL('https://tori.example') } }
  expect(await originOf(https, shopId, 'http://evil.example')).toBe(`https://${host}`)
  expect(await given.owner()).toBeDefined()
})

test('PUBLIC_URL takes over from the machine’s own name that the set-up began with', async () => {
  const ctx = await emptyWorld()
  const { shop_id } = await ctx.db
    .insertInto('shops')
    .values({ name: 'Tori', currency: 'EUR', country: 'FI', created_at: ctx.clock.now() })
    .returning('shop_id')
    .executeTakeFirstOrThrow()
  await ctx.db.insertInto('shop_hosts').values({ host: 'localhost', shop_id, is_primary: true }).execute()
  expect(await originOf(ctx, shop_id)).toBe('http://localhost:3000')
  const https = { ...ctx, config: { ...ctx.config, publicUrl: new URL('https://tori.example') } }
  expect(await originOf(https, shop_id)).toBe('https://tori.example')
})
