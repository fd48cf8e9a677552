import { expect, test } from 'vitest'
import { restoreBackup } from '#domain/backups/index.ts'
import { backUp, emptyPlace, sourceOf } from '#domain/backups/testing.ts'
import { saveContacts } from '#domain/contacts/index.ts'
import { connect, inSession } from '#platform/database/index.ts'
import { must } from '#test/factories/posts.ts'
import { world } from '#test/world.ts'
import { eraseAgain, eraseGuest, eraseMember, readErased, runErasure } from '../index.ts'
import { lived, placesOf } from '../testing.ts'

test('whoever was erased after the backup is in it, and is erased again in the place it is restored to, once', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const gone = await lived(w, 'broughtback')
  const imported = 'ordered-nothing@example.org'
  const draft = { key: imported, email: imported, name: 'Old', phone: null, company: null, address: null, marketing: null, marketingAt: null, tags: [], note: '', source: 'shopify' } // prettier-ignore
  await w.ctx.db.transaction().execute((tx) => saveContacts(w.ctx, tx, w.shopId, { drafts: [draft], importId: w.ctx.ids.next() })) // prettier-ignore
  const tee = await w.given.product({ stock: 5 })
  await w.given.order([{ variantId: tee.variantId }], { pay: { email: 'guestback@example.org' } })
  await w.ctx.db.updateTable('orders').set({ state: 'completed', fulfilment_state: 'fulfilled' }).where('shop_id', '=', w.shopId).execute() // prettier-ignore
  await w.ctx.db.insertInto('privacy_settings').values({ shop_id: w.shopId, books_buyer: false, updated_at: w.ctx.clock.now() }).execute() // prettier-ignore
  const backup = await backUp(sourceOf(w))
  for (const { erasureId } of [
    await must(eraseMember(w.ctx, owner, gone.actor.memberId!)),
    await must(eraseGuest(w.ctx, owner, { address: 'guestback@example.org' })),
    await must(eraseGuest(w.ctx, owner, { address: imported }))
  ])
    await runErasure(w.ctx, w.shopId, erasureId)
  const erased = await inSession(w.databaseUrl, readErased)
  const place = await emptyPlace()
  await must(restoreBackup(place, backup))
  const { db, close } = connect(place.databaseUrl, { max: 4 })
  const there = { ...w, ctx: { ...w.ctx, db } }
  const marks = [
    ...gone.marks.filter((mark) => mark !== gone.actor.memberId),
    'guestback@example.org',
    imported
  ]
  expect((await placesOf(there, marks)).length).toBeGreaterThan(10)
  const again = () => inSession(place.databaseUrl, (session) => eraseAgain(session, erased))
  const mine = erased.filter(({ shopId }) => shopId === w.shopId)
  expect([mine.length, await again(), await again()]).toEqual([3, erased.length, 0])
  const jobs = await db.selectFrom('outbox').select('payload').where('topic', '=', 'person.erase').execute()
  for (const { payload } of jobs)
    await runErasure(there.ctx, w.shopId, (payload as { erasureId: string }).erasureId)
  expect(await placesOf(there, marks)).toEqual([])
  await close()
})

test('where there never was such a list nobody is on it', async () => {
  const place = await emptyPlace()
  expect(await inSession(place.databaseUrl, readErased)).toEqual([])
})
