import { expect, test } from 'vitest'
import { world, type World } from '#test/world.ts'
import { cookieFor, createAccount, openSession } from '#domain/auth/index.ts'
import { blockMember, joinShop } from '#domain/members/index.ts'
import { identify } from './index.ts'

const ADDRESS = '198.51.100.9'
const DAY = 86_400_000

/** Somebody with an account who joined this shop, and the header their browser sends. */
async function someone(w: World) {
  const email = `${w.ctx.ids.code(12)}@example.org`
  const made = await createAccount(w.ctx, {
    email,
    name: 'Ana',
    password: 'mansikka-torilla',
    verified: true
  })
  if (!made.ok) throw new Error(made.refusal)
  const joined = await joinShop(w.ctx, await w.given.visit(), { userId: made.value, email }, { name: 'Ana' })
  if (!joined.ok) throw new Error(joined.refusal)
  return { userId: made.value, memberId: joined.value.memberId, headers: await headersAt(w, made.value) }
}

async function headersAt(w: World, userId: string): Promise<Headers> {
  const { token } = await openSession(w.ctx, w.shopId, userId)
  const { name, value } = await cookieFor(w.ctx, token, false)
  return new Headers({ cookie: `theme=dark; ${name}=${value}; x=y`, 'user-agent': 'Firefox' })
}

test('a session names its member here, and a guest at any other shop', async () => {
  const [here, there] = [await world(), await world()]
  const { memberId, headers } = await someone(here)
  expect(await identify(here.ctx, here.shopId, headers, ADDRESS)).toEqual({
    shopId: here.shopId,
    role: 'member',
    memberId,
    visitor: null
  })
  expect(await identify(there.ctx, there.shopId, headers, ADDRESS)).toMatchObject({
    role: 'guest',
    memberId: null
  })
})

test('a session of one shop is not honoured at another where the same person is a member too', async () => {
  const [here, there] = [await world(), await world()]
  const { userId, headers } = await someone(here)
  const visit = await there.given.visit()
  await joinShop(there.ctx, visit, { userId, email: 'x@example.org' }, { name: 'Ana' })
  expect(await identify(there.ctx, there.shopId, headers, ADDRESS)).toMatchObject({ role: 'guest' })
  const own = await headersAt(there, userId)
  expect(await identify(there.ctx, there.shopId, own, ADDRESS)).toMatchObject({ role: 'member' })
})

test('a forged, cut, swollen or expired cookie makes a guest', async () => {
  const w = await world()
  const { headers } = await someone(w)
  const cookie = headers.get('cookie')!
  const value = /torilla=([^;]+)/.exec(cookie)![1]!
  const forgeries = [
    value.slice(0, -1) + (value.endsWith('A') ? 'B' : 'A'),
    value.split('.')[0]!,
    `${value}x`,
    `.${value}`,
    '%E0%A4%A',
    'x'.repeat(100_000),
    ''
  ]
  for (const forged of forgeries) {
    const actor = await identify(w.ctx, w.shopId, new Headers({ cookie: `torilla=${forged}` }), ADDRESS)
    expect(actor.role).toBe('guest')
  }
  w.clock.advance(61 * DAY)
  expect((await identify(w.ctx, w.shopId, headers, ADDRESS)).role).toBe('guest')
})

test('on https only the host-bound cookie counts', async () => {
  const w = await world()
  const { headers } = await someone(w)
  const ctx = { ...w.ctx, config: { ...w.ctx.config, publicUrl: new URL('https://market.example.org') } }
  expect((await identify(ctx, w.shopId, headers, ADDRESS)).role).toBe('guest')
  const bound = new Headers({ cookie: headers.get('cookie')!.replace('torilla=', '__Host-torilla=') })
  expect((await identify(ctx, w.shopId, bound, ADDRESS)).role).toBe('member')
})

test('a blocked member is a guest from the next request on, until let back in', async () => {
  const w = await world()
  const { memberId, headers } = await someone(w)
  const owner = await w.given.owner()
  await blockMember(w.ctx, owner, { memberId, blocked: true })
  expect((await identify(w.ctx, w.shopId, headers, ADDRESS)).role).toBe('guest')
  await blockMember(w.ctx, owner, { memberId, blocked: false })
  expect((await identify(w.ctx, w.shopId, headers, ADDRESS)).role).toBe('member')
})

test('a visitor has one key a day and shop, and yesterday’s salt is gone on the third day', async () => {
  const [w, other] = [await world(), await world()]
  const browser = new Headers({ 'user-agent': 'Firefox' })
  const key = async (address = ADDRESS, headers = browser, shopId = w.shopId) =>
    (await identify(w.ctx, shopId, headers, address)).visitor
  const today = await key()
  expect(today).toMatch(/^[\w-]{22}$/)
  expect(await key()).toBe(today)
  expect(await key('198.51.100.10')).not.toBe(today)
  expect(await key(ADDRESS, new Headers({ 'user-agent': 'Chrome' }))).not.toBe(today)
  expect(await key(ADDRESS, browser, other.shopId)).not.toBe(today)
  w.clock.advance(DAY)
  expect(await key()).not.toBe(today)
  w.clock.advance(2 * DAY)
  await key()
  const days = await w.ctx.db.selectFrom('visitor_salts').select('day').execute()
  expect(days.map(({ day }) => day)).not.toContain('2026-07-14')
})

test('knowing who asks costs little processor time: a member two short queries, a guest none', async () => {
  const w = await world()
  const { headers } = await someone(w)
  const guest = new Headers({ 'user-agent': 'Firefox', cookie: 'theme=dark' })
  const cost = async (sent: Headers) => {
    const rounds = 600
    for (let i = 0; i < 200; i++) await identify(w.ctx, w.shopId, sent, ADDRESS)
    const before = process.cpuUsage()
    for (let i = 0; i < rounds; i++) await identify(w.ctx, w.shopId, sent, ADDRESS)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / rounds
  }
  const [asMember, asGuest] = [await cost(headers), await cost(guest)]
  console.log(`identify: member ${asMember.toFixed(3)} ms, guest ${asGuest.toFixed(3)} ms of CPU`)
  expect(asMember).toBeLessThan(2)
  expect(asGuest).toBeLessThan(0.2)
})
