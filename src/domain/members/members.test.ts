import { expect, test } from 'vitest'
import { keepTime } from '#test/keep-time.ts'
import { world, type World } from '#test/world.ts'
import { createAccount, openSession } from '#domain/auth/index.ts'
import type { Actor } from '#domain/accounts/index.ts'
import * as members from './index.ts'

const DAY = 86_400_000

const rolesOf = async ({ ctx, shopId }: World) => {
  const { members: listed } = await members.listMembers(ctx, shopId, { role: 'owner' })
  return listed.filter((member) => !member.blocked).map((member) => member.id)
}

async function userIn(w: World, name = 'Bo') {
  const email = `${w.ctx.ids.code(12)}@example.org`
  const made = await createAccount(w.ctx, {
    email,
    name,
    password: 'mansikka-torilla',
    verified: true
  })
  if (!made.ok) throw new Error(made.refusal)
  return { userId: made.value, email }
}

test('two owners who demote each other at the same moment leave one owner, in every round', async () => {
  const w = await world()
  for (let round = 0; round < 20; round++) {
    const [a, b] = [await w.given.owner(), await w.given.owner()]
    for (const id of await rolesOf(w)) {
      if (id !== a.memberId && id !== b.memberId) {
        await members.changeRole(w.ctx, a, { memberId: id, role: 'member' })
      }
    }
    const outcomes = await Promise.all([
      members.changeRole(w.ctx, a, { memberId: b.memberId, role: 'member' }),
      members.blockMember(w.ctx, b, { memberId: a.memberId, blocked: true })
    ])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({ refusal: 'last_owner' })
    expect(await rolesOf(w)).toHaveLength(1)
  }
})

test('another shop’s member cannot be given a role or shown the door', async () => {
  const [here, there] = [await world(), await world()]
  const owner = await here.given.owner()
  const { memberId } = await there.given.member()
  const refusal = { refusal: 'member_not_found' }
  expect(await members.changeRole(here.ctx, owner, { memberId, role: 'clerk' })).toMatchObject(refusal)
  expect(await members.blockMember(here.ctx, owner, { memberId, blocked: true })).toMatchObject(refusal)
  expect(await members.changeRole(here.ctx, owner, { memberId: 'x', role: 'god' })).toMatchObject({
    refusal: 'invalid'
  })
})

test('joining twice makes one member, and namesakes get handles of their own', async () => {
  const w = await world()
  const visit = await w.given.visit()
  const user = await userIn(w)
  const tries = await Promise.all(
    Array.from({ length: 8 }, () => members.joinShop(w.ctx, visit, user, { name: 'Bo Ek' }))
  )
  expect(tries.filter((outcome) => outcome.ok)).toHaveLength(1)
  const namesakes = await Promise.all(
    Array.from({ length: 6 }, async () =>
      members.joinShop(w.ctx, visit, await userIn(w), { name: 'BO  ek!' })
    )
  )
  expect(namesakes.every((outcome) => outcome.ok)).toBe(true)
  const { members: listed } = await members.listMembers(w.ctx, w.shopId)
  expect(new Set(listed.map((member) => member.handle)).size).toBe(7)
  expect((await w.ledger()).filter((row) => row.kind === 'member_joined')).toHaveLength(7)
})

test('an invitation is a letter, accepted once, with a new account on that address', async () => {
  const w = await world()
  keepTime(w.clock)
  const owner = await w.given.owner()
  const visit = await w.given.visit()
  const email = `${w.ctx.ids.code(12)}@example.org`
  expect(await members.inviteStaff(w.ctx, owner, visit, { email, role: 'clerk' })).toEqual({
    ok: true,
    value: { email, link: null }
  })
  const mail = await w.ctx.db
    .selectFrom('mails')
    .select(['to_address', 'text_body'])
    .where('shop_id', '=', w.shopId)
    .executeTakeFirstOrThrow()
  expect(mail.to_address).toBe(email)
  const token = /\/invite\/([\w-]+)/.exec(mail.text_body)![1]!
  const input = { token, name: 'Cleo', password: 'mansikka-torilla' }
  const tries = await Promise.all([1, 2, 3].map(() => members.acceptInviteAsNew(w.ctx, visit, input)))
  expect(tries.filter((outcome) => outcome.ok)).toHaveLength(1)
  const { members: listed } = await members.listMembers(w.ctx, w.shopId, { words: 'cleo' })
  expect(listed).toMatchObject([{ role: 'clerk', email }])
  expect(await members.listInvites(w.ctx, w.shopId)).toEqual([])
})

test('an invitation lifts a member who is signed in, dies after a week, and another shop does not know it', async () => {
  const [w, other] = [await world(), await world()]
  const owner = await w.given.owner()
  const visit = await w.given.visit()
  const ctx = { ...w.ctx, mail: { ...w.ctx.mail, delivers: false } }
  const user = await userIn(w)
  await members.joinShop(ctx, visit, user, { name: 'Bo' })
  const invited = await members.inviteStaff(ctx, owner, visit, { email: 'bo@example.org', role: 'marketer' })
  if (!invited.ok) throw new Error(invited.refusal)
  const token = invited.value.link!.split('/').at(-1)!
  const session = await openSession(ctx, w.shopId, user.userId)
  const elsewhere = await other.given.visit()
  const refusal = { refusal: 'invite_spent' }
  expect(await members.acceptInvite(ctx, elsewhere, session, token)).toMatchObject(refusal)
  w.clock.advance(8 * DAY)
  expect(await members.acceptInvite(ctx, visit, session, token)).toMatchObject(refusal)
  w.clock.advance(-8 * DAY)
  expect(await members.acceptInvite(ctx, visit, session, token)).toMatchObject({ ok: true })
  const { members: listed } = await members.listMembers(ctx, w.shopId, { role: 'marketer' })
  expect(listed).toMatchObject([{ email: user.email }])
})

test('a second invitation replaces the first, and one taken back opens nothing', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const invite = async (role: string) =>
    members.inviteStaff(w.ctx, owner, await w.given.visit(), { email: 'eva@example.org', role })
  await invite('clerk')
  await invite('moderator')
  const invites = await members.listInvites(w.ctx, w.shopId)
  expect(invites).toMatchObject([{ role: 'moderator' }])
  expect(await members.withdrawInvite(w.ctx, owner, invites[0]!.id)).toMatchObject({ ok: true })
  expect(await members.listInvites(w.ctx, w.shopId)).toEqual([])
  expect(await members.withdrawInvite(w.ctx, owner, 'nonsense')).toMatchObject({ refusal: 'invite_spent' })
})

test('a profile keeps its handle to itself, and refuses controls, blanks and another shop’s picture', async () => {
  const w = await world()
  const ana = await w.given.member()
  const bo = await w.given.member()
  const save = (actor: Actor, profile: object) =>
    members.updateProfile(w.ctx, actor, { name: 'Ana', handle: 'ana.aberg', locale: 'fi', ...profile })
  expect(await save(ana, { name: ' Ana \u202e Åberg\u0000 ' })).toMatchObject({ ok: true })
  expect(await members.memberCard(w.ctx, w.shopId, ana.memberId!)).toEqual({
    id: ana.memberId,
    name: 'Ana Åberg',
    handle: 'ana.aberg',
    avatar: null
  })
  expect(await save(bo, { handle: 'ANA.aberg' })).toMatchObject({ refusal: 'handle_taken' })
  expect(await save(bo, { handle: '-bo-' })).toMatchObject({
    refusal: 'invalid',
    detail: { field: 'handle' }
  })
  expect(await save(bo, { name: ' \u0000 ' })).toMatchObject({
    refusal: 'invalid',
    detail: { field: 'name' }
  })
  expect(await members.setAvatar(w.ctx, bo, w.ctx.ids.next())).toMatchObject({
    refusal: 'picture_not_found'
  })
})

test('a long list of people is read page by page, each once, in the order of their names', async () => {
  const w = await world()
  for (let i = 0; i < 120; i++) await w.given.member({ name: `P ${String(i % 7)}` })
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof members.listMembers>> = await members.listMembers(w.ctx, w.shopId, {
      after
    })
    seen.push(...page.members.map((member) => member.id))
    after = page.next
  } while (after)
  expect(seen).toHaveLength(120)
  expect(new Set(seen).size).toBe(120)
})

test('odd words and forged cursors find nobody and break nothing', async () => {
  const w = await world()
  await w.given.member({ name: '100% Ana_' })
  const found = async (filter: object) => (await members.listMembers(w.ctx, w.shopId, filter)).members.length
  expect(await found({ words: '%' })).toBe(1)
  expect(await found({ words: '_' })).toBe(1)
  expect(await found({ words: 'x%y' })).toBe(0)
  expect(await found({ words: "\u0000' or 1=1 --" })).toBe(0)
  for (const key of [
    ['\u0000', 'not-a-uuid'],
    ['\u0000', w.ctx.ids.next()],
    [1, 2]
  ]) {
    const after = Buffer.from(JSON.stringify(key)).toString('base64url')
    expect(await found({ after })).toBeGreaterThanOrEqual(0)
  }
})
