import { expect, test } from 'vitest'
import { keepTime } from '#test/keep-time.ts'
import { world } from '#test/world.ts'
import { linkIn, tokenIn } from '#test/token-in.ts'
import { identify, type Entered } from '#domain/accounts/index.ts'
import { findLink, sendLink, signUp, useLink } from './index.ts'

const MINUTE = 60_000

const headersOf = ({ cookie }: Entered) => new Headers({ cookie: `${cookie.name}=${cookie.value}` })

test('a link opens a page for a newcomer, who then is a member with a line in the ledger', async () => {
  const w = await world()
  keepTime(w.clock)
  const visit = await w.given.visit()
  expect(await sendLink(w.ctx, visit, { email: ' Ana@Example.org ' })).toMatchObject({ ok: true })
  const token = await tokenIn(w)
  expect(await findLink(w.ctx, visit, token)).toEqual({ email: 'ana@example.org', isMember: false, name: '' })
  expect(await useLink(w.ctx, visit, { token })).toMatchObject({
    refusal: 'invalid',
    detail: { field: 'name' }
  })
  const used = await useLink(w.ctx, visit, { token, name: 'Ana Åberg' })
  if (!used.ok) throw new Error(used.refusal)
  const actor = await identify(w.ctx, w.shopId, headersOf(used.value), visit.address)
  expect(actor).toMatchObject({ role: 'member', memberId: used.value.memberId })
  expect(await w.ledger()).toMatchObject([{ kind: 'member_joined', actor: used.value.memberId }])
})

test('a letter leads on to where its reader wanted to go', async () => {
  const w = await world()
  keepTime(w.clock)
  const visit = { ...(await w.given.visit()), next: '/p/quay?tclid=abcdefgh#comments' }
  await sendLink(w.ctx, visit, { email: 'ana@example.org' })
  expect((await linkIn(w)).searchParams.get('next')).toBe(visit.next)
  await signUp(w.ctx, visit, { name: 'Bo', email: 'bo@example.org', password: 'kolme sinistä venettä' })
  const link = await linkIn(w)
  expect([link.pathname, link.searchParams.get('next')]).toEqual(['/sign-up/confirm', visit.next])
})

test('a link works once: replayed it is refused, and of ten at the same moment one gets in', async () => {
  const w = await world()
  keepTime(w.clock)
  const visit = await w.given.visit()
  await sendLink(w.ctx, visit, { email: 'ana@example.org' })
  const token = await tokenIn(w)
  const tries = await Promise.all(
    Array.from({ length: 10 }, () => useLink(w.ctx, visit, { token, name: 'Ana' }))
  )
  expect(tries.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(await useLink(w.ctx, visit, { token, name: 'Ana' })).toMatchObject({ refusal: 'link_spent' })
  expect(await w.ledger()).toHaveLength(1)
})

test('looking at a link, as mail programs do, does not use it up', async () => {
  const w = await world()
  keepTime(w.clock)
  const visit = await w.given.visit()
  await sendLink(w.ctx, visit, { email: 'ana@example.org' })
  const token = await tokenIn(w)
  for (let i = 0; i < 5; i++) await findLink(w.ctx, visit, token)
  expect(await useLink(w.ctx, visit, { token, name: 'Ana' })).toMatchObject({ ok: true })
})

test('after fifteen minutes a link is refused', async () => {
  const w = await world()
  const time = keepTime(w.clock)
  const visit = await w.given.visit()
  await sendLink(w.ctx, visit, { email: 'ana@example.org' })
  const token = await tokenIn(w)
  time.advance(16 * MINUTE)
  expect(await findLink(w.ctx, visit, token)).toBeUndefined()
  expect(await useLink(w.ctx, visit, { token, name: 'Ana' })).toMatchObject({ refusal: 'link_spent' })
})

test('a link made for one shop opens nothing at another', async () => {
  const [here, there] = [await world(), await world()]
  keepTime(here.clock)
  await sendLink(here.ctx, await here.given.visit(), { email: 'ana@example.org' })
  const token = await tokenIn(here)
  const other = await there.given.visit()
  expect(await useLink(there.ctx, other, { token, name: 'Ana' })).toMatchObject({ refusal: 'link_spent' })
  expect(await useLink(here.ctx, await here.given.visit(), { token, name: 'Ana' })).toMatchObject({
    ok: true
  })
})

test('made-up tokens are refused, and the fifth letter in a row to one mailbox is not sent', async () => {
  const w = await world()
  keepTime(w.clock)
  const visit = await w.given.visit()
  for (const token of ['x'.repeat(32), '../../etc', '%00'.repeat(4), 42, null]) {
    expect(await useLink(w.ctx, visit, { token, name: 'Ana' })).toMatchObject({ ok: false })
  }
  for (let i = 0; i < 4; i++) {
    const elsewhere = await w.given.visit()
    expect(await sendLink(w.ctx, elsewhere, { email: 'ana@example.org' })).toMatchObject({ ok: true })
  }
  expect(await sendLink(w.ctx, visit, { email: 'ana@example.org' })).toMatchObject({
    refusal: 'too_many_tries'
  })
})
