import { expect, test } from 'vitest'
import { identify } from '#domain/accounts/index.ts'
import { findSession } from '#domain/auth/index.ts'
import { listHosts, listShops, resolveShop } from '#domain/shops/index.ts'
import { guessCountry } from '#platform/countries.ts'
import { emptyWorld } from '#test/world.ts'
import { isKeyNeeded, isSetupKey, openFirstShop, setupPath, startSetup } from './index.ts'

const shop = { name: 'Kauppatori', currency: 'EUR', country: 'FI', locale: 'fi', timezone: 'Europe/Helsinki' }
const starter = (address = '127.0.0.1') => ({ allowed: true, secure: false, address })
const owner = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  password: 'mansikka-torilla'
})

async function begun(ctx: Parameters<typeof startSetup>[0], name: string, address?: string) {
  const cookie = await startSetup(ctx, starter(address), owner(name))
  if (!cookie.ok) throw new Error(cookie.refusal)
  const headers = new Headers({ cookie: `${cookie.value.name}=${cookie.value.value}` })
  return { headers, session: (await findSession(ctx, 0, headers))! }
}

test('two people who set up at the same moment get one shop, and only its opener owns it', async () => {
  const ctx = await emptyWorld()
  const people = [await begun(ctx, 'Ana', '127.0.0.1'), await begun(ctx, 'Bo', '127.0.0.2')]
  const outcomes = await Promise.all(
    [...people, ...people].map(({ session }) => openFirstShop(ctx, session, 'localhost', shop))
  )
  const [shopId = 0, ...others] = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
  expect(others).toEqual([])
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal === 'setup_closed')).toHaveLength(3)
  expect(await listShops(ctx)).toHaveLength(1)
  const roles = await Promise.all(
    people.map(async ({ headers }) => (await identify(ctx, shopId, headers, '127.0.0.1')).role)
  )
  expect(roles.sort()).toEqual(['guest', 'owner'])
  expect(await ctx.db.selectFrom('ledger').select('kind').where('shop_id', '=', shopId).execute()).toEqual([
    { kind: 'member_joined' }
  ])
  expect(await startSetup(ctx, starter(), owner('Eva'))).toMatchObject({ refusal: 'setup_closed' })
  expect(await resolveShop(ctx, 'anything.example')).toMatchObject({ name: 'Kauppatori' })
  expect(await listHosts(ctx, shopId)).toEqual([{ host: 'localhost', isPrimary: true }])
})

test('a set-up that was left half-way goes on with the same password, and with no other', async () => {
  const ctx = await emptyWorld()
  await begun(ctx, 'Ana')
  expect(await startSetup(ctx, starter(), owner('Ana'))).toMatchObject({ ok: true })
  expect(await startSetup(ctx, starter(), { ...owner('Ana'), password: 'someone-else' })).toMatchObject({
    refusal: 'wrong_password'
  })
})

test('a shop whose words do not fit is refused by field, and the set-up stays open', async () => {
  const ctx = await emptyWorld()
  const { session } = await begun(ctx, 'Ana')
  for (const [field, value] of [
    ['name', ' \u0000 '],
    ['currency', 'XXX'],
    ['country', 'fi'],
    ['timezone', 'Mars/Olympus'],
    ['locale', 'sv']
  ] as const) {
    expect(await openFirstShop(ctx, session, 'localhost', { ...shop, [field]: value })).toMatchObject({
      refusal: 'invalid',
      detail: { field }
    })
  }
  expect(await openFirstShop(ctx, session, 'localhost', shop)).toMatchObject({ ok: true })
})

test('the set-up needs the printed key unless the request can only come from this machine', async () => {
  const ctx = await emptyWorld()
  const local = new URL('http://localhost:3000/setup')
  const none = new Headers()
  expect(isKeyNeeded(ctx, local, none)).toBe(false)
  expect(isKeyNeeded(ctx, new URL('http://rebind.example:3000/setup'), none)).toBe(true)
  expect(isKeyNeeded(ctx, local, new Headers({ 'x-forwarded-for': '203.0.113.1' }))).toBe(true)
  const open = { config: { ...ctx.config, host: '0.0.0.0' } }
  expect(isKeyNeeded(open, local, none)).toBe(true)
  const key = new URL((await setupPath(ctx))!, local).searchParams.get('key')
  expect(await isSetupKey(ctx, key)).toBe(true)
  expect(await isSetupKey(ctx, `${key}x`)).toBe(false)
  expect(await isSetupKey(ctx, null)).toBe(false)
  expect(await startSetup(ctx, { ...starter(), allowed: false }, owner('Ana'))).toMatchObject({
    refusal: 'setup_key_wrong'
  })
})

test('a browser’s languages give a first guess at the country', () => {
  expect(guessCountry('nb-NO,nb;q=0.9,en;q=0.8')).toMatchObject({ code: 'NO', currency: 'NOK', locale: 'nb' })
  expect(guessCountry('fi')).toMatchObject({ code: 'FI', timezone: 'Europe/Helsinki' })
  expect(guessCountry('en-GB,en;q=0.9')).toMatchObject({ code: 'GB', currency: 'GBP' })
  expect(guessCountry('en')).toMatchObject({ code: 'FI' })
  expect(guessCountry('')).toMatchObject({ code: 'FI' })
})
