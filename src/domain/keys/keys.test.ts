import fc from 'fast-check'
import { expect, test } from 'vitest'
import { can, SCOPES, type Permission, type Role } from '#domain/accounts/index.ts'
import { world, type World } from '#test/world.ts'
import { findKeyActor, listKeys, makeKey, revokeKey, type KeyInput } from './index.ts'

const input = (more: Partial<KeyInput> = {}): KeyInput => ({
  name: 'Warehouse',
  scopes: ['orders.read', 'orders.fulfil'],
  days: 30,
  ...more
})

async function made(w: World, more: Partial<KeyInput> = {}) {
  const owner = await w.given.owner()
  const outcome = await makeKey(w.ctx, owner, input(more))
  if (!outcome.ok) throw new Error(outcome.refusal)
  return { owner, ...outcome.value, actor: () => findKeyActor(w.ctx, w.shopId, outcome.value.token) }
}

test('a key acts for its maker within its scopes, and its secret is nowhere in the database', async () => {
  const w = await world()
  const { owner, token, prefix, actor } = await made(w)
  expect(await actor()).toMatchObject({ memberId: owner.memberId, role: 'owner', shopId: w.shopId })
  expect(can((await actor())!, 'orders.fulfil')).toBe(true)
  expect(can((await actor())!, 'orders.refund')).toBe(false)
  const row = await w.ctx.db.selectFrom('api_keys').selectAll().where('shop_id', '=', w.shopId).execute()
  expect(JSON.stringify(row)).toContain(prefix)
  expect(JSON.stringify(row)).not.toContain(token.slice(prefix.length + 1))
})

test('a key that is revoked, expired, misspelt or another shop’s opens nothing', async () => {
  const w = await world()
  const other = await world()
  const { token, id, owner, actor } = await made(w)
  const wrong = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
  for (const bad of [wrong, '', 'tor_', token.slice(0, 12), `${token}x`]) {
    expect(await findKeyActor(w.ctx, w.shopId, bad)).toBeUndefined()
  }
  expect(await findKeyActor(other.ctx, other.shopId, token)).toBeUndefined()
  w.clock.advance(30 * 86_400_000 - 1)
  expect(await actor()).toBeDefined()
  w.clock.advance(1)
  expect(await actor()).toBeUndefined()
  const lasting = await made(w, { days: null })
  w.clock.advance(4_000 * 86_400_000)
  expect(await lasting.actor()).toBeDefined()
  expect(await revokeKey(w.ctx, lasting.owner, lasting.id)).toEqual({ ok: true, value: null })
  expect(await lasting.actor()).toBeUndefined()
  expect(await revokeKey(w.ctx, owner, lasting.id)).toMatchObject({ refusal: 'key_not_found' })
  expect((await listKeys(w.ctx, w.shopId)).map((key) => [key.id, key.state])).toEqual([
    [lasting.id, 'revoked'],
    [id, 'expired']
  ])
})

test('a key may never do more than its maker still may, whatever became of them', async () => {
  const w = await world()
  const { owner, actor } = await made(w, { scopes: [...SCOPES] })
  const roles = fc.constantFrom<Role>('owner', 'marketer', 'moderator', 'clerk', 'member')
  await fc.assert(
    fc.asyncProperty(roles, fc.constantFrom(...SCOPES), async (role, scope: Permission) => {
      await become(w, owner.memberId!, { role })
      const plain = { ...owner, role }
      expect(can((await actor())!, scope)).toBe(can(plain, scope))
    }),
    { numRuns: 30 }
  )
  await become(w, owner.memberId!, { role: 'owner', blocked_at: w.clock.now() })
  expect(await actor()).toBeUndefined()
})

const become = (w: World, id: string, change: { role: Role; blocked_at?: Date }) =>
  w.ctx.db.updateTable('members').set(change).where('shop_id', '=', w.shopId).where('id', '=', id).execute()

test('only an owner makes and revokes keys; a key makes none, and another shop’s are out of reach', async () => {
  const w = await world()
  const { id, actor } = await made(w, { scopes: [...SCOPES] })
  for (const who of [await w.given.member({ role: 'marketer' }), w.given.guest(), (await actor())!]) {
    expect(await makeKey(w.ctx, who, input())).toMatchObject({ refusal: 'forbidden' })
    expect(await revokeKey(w.ctx, who, id)).toMatchObject({ refusal: 'forbidden' })
  }
  const other = await world()
  expect(await revokeKey(other.ctx, await other.given.owner(), id)).toMatchObject({
    refusal: 'key_not_found'
  })
  expect(await listKeys(other.ctx, other.shopId)).toEqual([])
  expect(await actor()).toBeDefined()
})

test.each([
  ['name', { name: ' ' }],
  ['scopes', { scopes: [] }],
  ['scopes', { scopes: ['shop.keys'] as never }],
  ['days', { days: 31 as never }]
])('a key with a wrong %s is refused by that name', async (field, more) => {
  const w = await world()
  expect(await makeKey(w.ctx, await w.given.owner(), input(more))).toMatchObject({
    refusal: 'invalid',
    detail: { field }
  })
})

test('last use is noted to the minute', async () => {
  const w = await world()
  const { actor } = await made(w)
  const used = async () => (await listKeys(w.ctx, w.shopId))[0]!.lastUsedAt
  expect(await used()).toBeNull()
  await actor()
  const first = w.clock.now()
  w.clock.advance(59_000)
  await actor()
  expect(await used()).toEqual(first)
  w.clock.advance(1_000)
  await actor()
  expect(await used()).toEqual(w.clock.now())
})
