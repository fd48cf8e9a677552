import { buffer } from 'node:stream/consumers'
import { strFromU8, unzipSync } from 'fflate'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Actor } from '#domain/accounts/index.ts'
import { linkMembers } from '#domain/contacts/index.ts'
import { addComment } from '#domain/discussions/index.ts'
import { shareLinkFor } from '#domain/links/index.ts'
import { ingestPicture } from '#domain/pictures/index.ts'
import { followShop, react } from '#domain/reactions/index.ts'
import { handOver } from '#domain/stores/index.ts'
import { flat } from '#platform/images/sample.ts'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import { exportPerson, type PersonAsked } from './index.ts'
import { lived as livedAll } from './testing.ts'

async function fetched(w: World, actor: Actor) {
  const files = unzipSync(
    await buffer(await must(exportPerson(w.ctx, w.shopId, { memberId: actor.memberId! }, 'fi')))
  )
  const page = strFromU8(files['index.html']!)
  const data = JSON.parse(strFromU8(files['data.json']!)) as Record<string, Record<string, unknown>[]>
  return { files, page, data }
}

/** Somebody who did everything a member can do; `mark` is in all they wrote. */
async function lived(w: World, mark: string) {
  const actor = await w.given.member({ name: `Veera ${mark}`, email: `${mark}@example.org` })
  const postId = await w.given.post()
  await must(addComment(w.ctx, actor, { postId, words: `Kaunis <b>${mark}</b>` }))
  await must(react(w.ctx, actor, { postId, kind: 'like' }))
  await must(followShop(w.ctx, actor))
  await shareLinkFor(w.ctx, actor, { postId })
  const tee = await w.given.product({ stock: 5 })
  await w.given.order([{ variantId: tee.variantId }], { actor })
  const mug = await w.given.product({ title: `Mug ${mark}` })
  const { id: storeId } = await w.given.store({ goods: [mug] })
  const { token } = await w.given.cart([mug], { actor })
  await must(handOver(w.ctx, actor, { token, storeId }))
  const png = await flat(40, 30, mark === 'mine' ? '#123456' : '#654321')
    .png()
    .toBuffer()
  const picture = await must(ingestPicture(w.ctx, actor, Readable.from([png]), { alt: `My ${mark}` }))
  return { actor, picture: picture.id, png }
}

/** The same and more, the contact linked as the sweep would. */
async function everything(w: World, mark: string) {
  const person = await livedAll(w, mark)
  await linkMembers(w.ctx, w.shopId)
  return person
}

test('a member takes along all that is held about them, to read and for programs, with their pictures, and nothing of others', async () => {
  const w = await world()
  const { actor, picture } = await lived(w, 'mine')
  await lived(w, 'theirs')
  const { files, page, data } = await fetched(w, actor)
  expect(data.profile).toMatchObject({ name: 'Veera mine', email: 'mine@example.org' })
  expect(data.comments).toMatchObject([{ words: 'Kaunis <b>mine</b>' }])
  expect(data.reactions).toMatchObject([{ kind: 'like' }])
  expect([data.follows!.length, data.links!.length, data.orders!.length]).toEqual([1, 1, 1])
  expect(data.orders![0]).toMatchObject({
    email: expect.any(String),
    ship_to: expect.any(Object),
    lines: [{ quantity: 1 }]
  })
  expect(data.ledger!.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['comment', 'like', 'follow', 'cart', 'order'])
  )
  expect(data.handOvers).toMatchObject([{ lines: [{ title: 'Mug mine' }], store: expect.any(String) }])
  const name = Object.keys(files).find((file) => file.startsWith(`pictures/${picture}.`))
  expect(files[name!]!.length).toBeGreaterThan(50)
  expect(Object.keys(files)).toHaveLength(3)
  expect(page).toContain('Kaunis &lt;b&gt;mine&lt;/b&gt;')
  expect(page).toContain('Kommentit')
  expect(page + JSON.stringify(data)).not.toMatch(/theirs|token_hash|attempt_key|"token"|password/)
})

test('whoever is no member has nothing to fetch, and a picture that is gone from the store is left empty', async () => {
  const w = await world()
  expect(await exportPerson(w.ctx, w.shopId, { memberId: w.ctx.ids.next() }, 'en')).toMatchObject({
    ok: false
  })
  const other = await world()
  const { actor, picture } = await lived(w, 'mine')
  expect(await exportPerson(other.ctx, other.shopId, { memberId: actor.memberId! }, 'en')).toMatchObject({
    ok: false
  })
  const { master_key } = await w.ctx.db
    .selectFrom('pictures')
    .select('master_key')
    .where('shop_id', '=', w.shopId)
    .where('id', '=', picture)
    .executeTakeFirstOrThrow()
  await w.ctx.files.remove(master_key!)
  const { files } = await fetched(w, actor)
  expect(Object.keys(files)).toHaveLength(3)
})

test('what was bought by the same proved address, and what another system knew, is theirs too; unproved it is not', async () => {
  const w = await world()
  const whole = await everything(w, 'wholelife')
  const { data, page } = await fetched(w, whole.actor)
  expect([data.orders!.length, data.contacts!.length, data.pastOrders!.length, data.keys!.length]).toEqual([
    2, 1, 1, 1
  ])
  expect(data.consents).toMatchObject([{ purpose: 'marketing_email', granted: true, place: 'import' }])
  expect(JSON.stringify(data)).not.toMatch(/secret|token/)
  expect(page).toContain('Ohjelmien avaimet')
  await w.ctx.db
    .updateTable('auth_users')
    .set({ email_verified: false })
    .where('id', '=', whole.userId)
    .execute()
  expect(data.letters!.length).toBeGreaterThan(0)
  const unproved = (await fetched(w, whole.actor)).data
  expect([unproved.orders!.length, unproved.letters]).toEqual([1, []])
})

test('an owner takes out what is held about a contact or an address, never a member’s that way, nor another shop’s', async () => {
  const w = await world()
  const whole = await everything(w, 'asked')
  const take = async (asked: PersonAsked, at = w) => exportPerson(at.ctx, at.shopId, asked, 'en')
  const { id } = await w.ctx.db.selectFrom('contacts').select('id').where('shop_id', '=', w.shopId).executeTakeFirstOrThrow() // prettier-ignore
  expect((await take({ contactId: id })).ok).toBe(true)
  expect((await take({ address: whole.address })).ok).toBe(false)
  expect((await take({ contactId: id }, await world())).ok).toBe(false)
  const tee = await w.given.product({ stock: 2 })
  await w.given.order([{ variantId: tee.variantId }], { pay: { email: 'Guest@Example.org' } })
  const zip = unzipSync(await buffer(await must(take({ address: ' guest@example.org ' }))))
  expect(JSON.parse(strFromU8(zip['data.json']!))).toMatchObject({ orders: [{ email: 'Guest@Example.org' }] })
  expect((await take({ address: 'unknown@example.org' })).ok).toBe(false)
})
