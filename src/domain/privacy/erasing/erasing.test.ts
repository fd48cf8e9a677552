import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { rebuild } from '#domain/ledger/index.ts'
import { clickingVisitors } from '#domain/metrics/index.ts'
import { listMembers } from '#domain/members/index.ts'
import { forgetPicture } from '#domain/pictures/index.ts'
import { projections } from '#domain/projections.ts'
import { hooked, receiver } from '#domain/webhooks/testing.ts'
import { refused } from '#platform/outcome.ts'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import { eraseMember, eraseContact, eraseGuest, runErasure, runErasureAgain } from '../index.ts'
import { leftOutKey, lived, placesOf } from '../testing.ts'

/** Everything that is counted, as the pages read it. */
async function figures(w: World) {
  const of = (query: string) => sql.raw(`${query} where shop_id = ${w.shopId} order by 1, 2, 3, 4, 5, 6`)
  const counts = await of('select post_id, likes, reposts, saves, comments, shares, share_visits, views, clicks from post_counts').execute(w.ctx.db) // prettier-ignore
  const rollups = await of('select dimension, key, kind, network, hour, quantity, amount from rollup_hours').execute(w.ctx.db) // prettier-ignore
  const window = { from: '2026-07-01', to: '2026-07-31', timezone: 'Europe/Helsinki' }
  const visitors = await clickingVisitors(w.ctx, w.shopId, window as never)
  const books = await of('select number, state, payment_state, goods, discount, shipping, tax, net, total, refunded, currency from orders').execute(w.ctx.db) // prettier-ignore
  return { counts: counts.rows, rollups: rollups.rows, visitors, books: books.rows }
}

const setKeepsBuyer = ({ ctx, shopId }: World, books_buyer: boolean) =>
  ctx.db
    .insertInto('privacy_settings')
    .values({ shop_id: shopId, books_buyer, updated_at: ctx.clock.now() })
    .execute()

/** Which events and deliveries of the log carry this id. */
async function toldOf({ ctx, shopId }: World, memberId: string): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    select type from webhook_events where shop_id = ${shopId} and strpos(body || subject, ${memberId}) > 0
    union all select type from webhook_deliveries where shop_id = ${shopId} and strpos(subject, ${memberId}) > 0`.execute(
    ctx.db
  )
  return rows.map(({ type }) => type)
}

/** The orders are sent, so that nobody must be written to any more. */
const sent = ({ ctx, shopId }: World) =>
  ctx.db.updateTable('orders').set({ state: 'completed', fulfilment_state: 'fulfilled' }).where('shop_id', '=', shopId).execute() // prettier-ignore

test('somebody who did everything there is leaves no trace, in no column of no table, and no figure changes', async () => {
  const w = await world()
  const hook = await receiver()
  const { flow } = await hooked(w, {
    url: hook.url,
    events: ['post.liked', 'order.paid', 'member.erased'] as never
  })
  const gone = await lived(w, 'gonewiththewind')
  const other = await lived(w, 'stillhere')
  await flow()
  await sent(w)
  await setKeepsBuyer(w, false)
  await w.settle()
  const [before, places] = [await figures(w), await placesOf(w, gone.marks)]
  expect(places.length).toBeGreaterThan(30)
  expect(await toldOf(w, gone.actor.memberId!)).toContain('post.liked')
  const otherPlaces = await placesOf(w, other.marks)
  const { erasureId } = await must(eraseMember(w.ctx, gone.actor, gone.actor.memberId!))
  await runErasure(w.ctx, w.shopId, erasureId)
  await flow()
  await w.settle()
  const idOnly = ['erasures.subject_id', 'ledger.dedupe_key', 'ledger.subject_id', 'webhook_deliveries.subject', 'webhook_events.body', 'webhook_events.subject'] // prettier-ignore
  expect(await placesOf(w, [gone.actor.memberId!])).toEqual(idOnly)
  expect(
    await placesOf(
      w,
      gone.marks.filter((mark) => mark !== gone.actor.memberId)
    )
  ).toEqual([])
  expect(await placesOf(w, other.marks)).toEqual(otherPlaces)
  const left = await Promise.all((await Array.fromAsync(w.ctx.files.list(leftOutKey(w.shopId)))).map(async (key) => text((await w.ctx.files.open(key))!.stream))) // prettier-ignore
  expect(left.map((file) => file.split('\n').length).sort()).toEqual([4, 5])
  expect(left.join()).not.toContain('gonewiththewind')
  expect(await figures(w)).toEqual(before)
  for (const projection of projections) await rebuild(w.ctx, w.shopId, projection)
  expect(await figures(w)).toEqual(before)
  expect(await toldOf(w, gone.actor.memberId!)).toEqual(['member.erased', 'member.erased'])
  expect(hook.heard.at(-1)).toMatchObject({ type: 'member.erased', data: { memberId: gone.actor.memberId } })
})

test('their pictures leave the store in every size, and what the shop shows stays', async () => {
  const w = await world()
  const gone = await lived(w, 'faceless')
  const kept = await w.ctx.db.selectFrom('product_pictures').select('picture_id').where('shop_id', '=', w.shopId).executeTakeFirstOrThrow() // prettier-ignore
  const stored = async (id: string) =>
    (await Array.fromAsync(w.ctx.files.list(`pictures/${w.shopId}/${id}/`))).length
  expect(await stored(gone.picture)).toBeGreaterThan(2)
  const { erasureId } = await must(eraseMember(w.ctx, gone.actor, gone.actor.memberId!))
  await runErasure(w.ctx, w.shopId, erasureId)
  const jobs = await w.ctx.db
    .selectFrom('outbox')
    .select(['topic', 'payload'])
    .where('shop_id', '=', w.shopId)
    .execute()
  const wanted = jobs.filter(({ topic }) => topic === 'picture.forget').map(({ payload }) => payload)
  expect(wanted).toEqual([{ pictureId: gone.picture }, { pictureId: gone.picture }])
  await forgetPicture(w.ctx, w.shopId, gone.picture)
  await forgetPicture(w.ctx, w.shopId, kept.picture_id)
  expect([await stored(gone.picture), (await stored(kept.picture_id)) > 2]).toEqual([0, true])
})

test('the books keep name and address as long as their law says, and an open order whom to write to', async () => {
  const w = await world()
  const gone = await lived(w, 'bookish')
  const [mine, guests] = gone.orders
  await w.ctx.db.updateTable('orders').set({ state: 'completed', fulfilment_state: 'fulfilled' }).where('shop_id', '=', w.shopId).where('id', '=', mine!).execute() // prettier-ignore
  const { erasureId } = await must(eraseMember(w.ctx, gone.actor, gone.actor.memberId!))
  await runErasure(w.ctx, w.shopId, erasureId)
  const rows = await w.ctx.db.selectFrom('orders').select(['id', 'email', 'ship_to', 'member_id', 'note']).where('shop_id', '=', w.shopId).where('id', 'in', gone.orders).execute() // prettier-ignore
  const named = (id: string | undefined) => rows.find((row) => row.id === id)
  expect(named(mine)).toMatchObject({
    email: '',
    member_id: null,
    ship_to: { name: 'Name-bookish', phone: '', country: 'FI' }
  })
  expect(named(guests)).toMatchObject({
    email: gone.address,
    member_id: null,
    ship_to: { phone: '+358-bookish' }
  })
  expect(await placesOf(w, gone.marks.filter((mark) => mark !== gone.actor.memberId))).toEqual(['mails.html_body', 'mails.subject', 'mails.text_body', 'mails.to_address', 'orders.email', 'orders.ship_to']) // prettier-ignore
})

test('what they said is gone and the thread keeps its shape', async () => {
  const w = await world()
  const gone = await lived(w, 'silent')
  const { erasureId } = await must(eraseMember(w.ctx, gone.actor, gone.actor.memberId!))
  await runErasure(w.ctx, w.shopId, erasureId)
  const rows = await w.ctx.db.selectFrom('comments').select(['words', 'state', 'parent_id']).where('post_id', '=', gone.postId).orderBy('posted_at').orderBy('id').execute() // prettier-ignore
  expect(rows).toEqual([{ words: '', state: 'deleted', parent_id: null }, { words: 'An answer', state: 'visible', parent_id: gone.commentId }]) // prettier-ignore
  const { members } = await listMembers(w.ctx, w.shopId)
  expect(members.map(({ name }) => name)).not.toContain('—')
})

test('the last owner cannot be erased, twice at once is once, and another shop’s member is out of reach', async () => {
  const w = await world()
  const owner = await w.given.owner()
  expect(await eraseMember(w.ctx, owner, owner.memberId!)).toEqual(refused('last_owner'))
  const elsewhere = await (await world()).given.member()
  expect(await eraseMember(w.ctx, owner, elsewhere.memberId!)).toEqual(refused('member_not_found'))
  const ana = await w.given.member()
  const begun = await Promise.all([1, 2, 3].map(() => must(eraseMember(w.ctx, owner, ana.memberId!))))
  expect(new Set(begun.map(({ erasureId }) => erasureId)).size).toBe(1)
  await Promise.all([1, 2].map(() => runErasure(w.ctx, w.shopId, begun[0]!.erasureId)))
  await runErasure(w.ctx, w.shopId, begun[0]!.erasureId)
  expect((await w.ledger()).filter(({ kind }) => kind === 'member_erased')).toHaveLength(1)
  const again = await must(eraseMember(w.ctx, owner, ana.memberId!))
  expect(again.erasureId).toBe(begun[0]!.erasureId)
})

test('two owners who erase each other at the same moment leave one', async () => {
  const w = await world()
  const [one, two] = [await w.given.owner(), await w.given.owner()]
  const outcomes = await Promise.all([
    eraseMember(w.ctx, one, two.memberId!),
    eraseMember(w.ctx, two, one.memberId!)
  ])
  expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true])
})

test('an account stays as long as another shop knows it, and whoever comes back is somebody new', async () => {
  const [w, v] = [await world(), await world()]
  const gone = await lived(w, 'twoshops')
  const there = { shop_id: v.shopId, id: v.ctx.ids.next(), user_id: gone.userId, name: 'Name', handle: 'two', email: 'x@example.org', joined_at: v.ctx.clock.now() } // prettier-ignore
  await v.ctx.db.insertInto('members').values(there).execute()
  const { erasureId } = await must(eraseMember(w.ctx, gone.actor, gone.actor.memberId!))
  const back = { ...there, shop_id: w.shopId, id: w.ctx.ids.next(), email: gone.address }
  await w.ctx.db.insertInto('members').values(back).execute()
  await runErasure(w.ctx, w.shopId, erasureId)
  const users = () => w.ctx.db.selectFrom('auth_users').select('id').where('id', '=', gone.userId).execute()
  expect(await users()).toHaveLength(1)
  const { members } = await listMembers(w.ctx, w.shopId, { words: gone.address })
  expect(members.map(({ id }) => id)).toEqual([back.id])
})

test('a guest is erased by address, a contact by the page, and a member only as a member', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const member = await lived(w, 'memberly')
  expect(await eraseGuest(w.ctx, owner, { address: member.address })).toEqual(refused('is_a_member'))
  expect(await eraseGuest(w.ctx, owner, { address: 'nobody@example.org' })).toEqual(
    refused('person_not_found')
  )
  const tee = await w.given.product({ stock: 5 })
  const pay = { email: 'Guestly@Example.org' }
  await w.given.order([{ variantId: tee.variantId }], { pay })
  await sent(w)
  await setKeepsBuyer(w, false)
  const { erasureId } = await must(eraseGuest(w.ctx, owner, { address: ' guestly@example.org ' }))
  await runErasure(w.ctx, w.shopId, erasureId)
  expect(await placesOf(w, ['guestly@example.org'])).toEqual([])
  const contact = await w.ctx.db.selectFrom('contacts').select('id').where('shop_id', '=', w.shopId).executeTakeFirstOrThrow() // prettier-ignore
  const other = await must(eraseContact(w.ctx, owner, contact.id))
  await runErasure(w.ctx, w.shopId, other.erasureId)
  expect((await placesOf(w, [member.address])).filter((place) => /contact|past/.test(place))).toEqual([])
  expect(await eraseContact(w.ctx, owner, w.ctx.ids.next())).toEqual(refused('contact_not_found'))
})

test('an address that was never proved takes nothing along that somebody else did under it', async () => {
  const w = await world()
  const tee = await w.given.product({ stock: 9 })
  const pay = { email: 'shared@example.org' }
  await w.given.order([{ variantId: tee.variantId }], { pay })
  const ana = await w.given.member({ email: 'Shared@Example.org' })
  await w.given.order([{ variantId: tee.variantId }], { actor: ana, pay })
  await sent(w)
  const { erasureId } = await must(eraseMember(w.ctx, ana, ana.memberId!))
  await runErasure(w.ctx, w.shopId, erasureId)
  const orders = await w.ctx.db.selectFrom('orders').select(['email', 'erased_at']).where('shop_id', '=', w.shopId).orderBy('number').execute() // prettier-ignore
  expect(orders).toEqual([
    { email: 'shared@example.org', erased_at: null },
    { email: '', erased_at: w.clock.now() }
  ])
})

test('while they are erased nobody else is let in by what was theirs, and a job that runs late finds what came late', async () => {
  const w = await world()
  const gone = await lived(w, 'tootardy')
  const { erasureId } = await must(eraseMember(w.ctx, gone.actor, gone.actor.memberId!))
  const member = await w.ctx.db.selectFrom('members').selectAll().where('id', '=', gone.actor.memberId!).executeTakeFirstOrThrow() // prettier-ignore
  expect(JSON.stringify(member)).not.toMatch(/tootardy|user-/)
  expect(member.blocked_at).toEqual(w.clock.now())
  const sessions = () =>
    w.ctx.db.selectFrom('auth_sessions').select('id').where('user_id', '=', gone.userId).execute()
  expect(await sessions()).toEqual([])
  await runErasure(w.ctx, w.shopId, erasureId)
  const late = {
    shop_id: w.shopId,
    click_id: 'late',
    kind: 'tap',
    network: 'square',
    touched_at: w.clock.now()
  }
  await w.ctx.db
    .insertInto('touches')
    .values({ ...late, visitor: gone.actor.memberId })
    .execute()
  await runErasureAgain(w.ctx, w.shopId, erasureId)
  const told = await w.ctx.db.selectFrom('ledger').select('subject_id').where('shop_id', '=', w.shopId).where('kind', '=', 'member_erased').execute() // prettier-ignore
  expect(told).toEqual([{ subject_id: gone.actor.memberId }])
  expect(await placesOf(w, [gone.actor.memberId!])).not.toContain('touches.visitor')
})
