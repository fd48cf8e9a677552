import { expect, test } from 'vitest'
import { saveContacts } from '#domain/contacts/index.ts'
import { sendLetter } from '#domain/notifications/index.ts'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import { eraseContact, runErasure } from '../index.ts'

async function contactOf({ ctx, shopId }: World, email: string): Promise<string> {
  const draft = { key: email, email, name: 'Imported', phone: null, company: null, address: null, marketing: null, marketingAt: null, tags: [], note: '', source: 'shopify' } // prettier-ignore
  const [one] = await ctx.db.transaction().execute((tx) => saveContacts(ctx, tx, shopId, { drafts: [draft], importId: ctx.ids.next() })) // prettier-ignore
  return one!.id
}

/** What is there under an address: letters, invitations, carts and orders. */
async function underOf({ ctx: { db }, shopId }: World, email: string) {
  const rows = await Promise.all([
    db.selectFrom('mails').select('id').where('shop_id', '=', shopId).where('to_address', '=', email).execute(), // prettier-ignore
    db.selectFrom('member_invites').select('id').where('shop_id', '=', shopId).where('email', '=', email).execute(), // prettier-ignore
    db.selectFrom('carts').select('id').where('shop_id', '=', shopId).where('email', '=', email).execute(), // prettier-ignore
    db.selectFrom('orders').select('id').where('shop_id', '=', shopId).where('email', '=', email).where('erased_at', 'is', null).execute() // prettier-ignore
  ])
  return rows.map((found) => found.length)
}

test('erasing a contact takes nothing of the member whose address it is', async () => {
  const w = await world()
  const { ctx, shopId, given } = w
  const email = 'bob@example.org'
  const owner = await given.owner()
  const contactId = await contactOf(w, email)
  const bob = await given.member({ email })
  const tee = await given.product({ stock: 9 })
  for (const actor of [bob, given.guest()])
    await given.order([{ variantId: tee.variantId }], { actor, pay: { email } })
  await ctx.db.transaction().execute((tx) => sendLetter(ctx, tx, { shopId, kind: 'welcome', to: email, subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' })) // prettier-ignore
  const invite = { email, role: 'clerk', token_hash: ctx.ids.secret(), mailed: true, invited_by: owner.memberId!, created_at: ctx.clock.now(), expires_at: ctx.clock.now() } // prettier-ignore
  await ctx.db.insertInto('member_invites').values({ shop_id: shopId, id: ctx.ids.next(), ...invite }).execute() // prettier-ignore
  const before = await underOf(w, email)
  expect(Math.min(...before)).toBeGreaterThan(0)
  const { erasureId } = await must(eraseContact(ctx, owner, contactId))
  await runErasure(ctx, shopId, erasureId)
  expect(await underOf(w, email)).toEqual(before)
  expect(await ctx.db.selectFrom('contacts').select('id').where('id', '=', contactId).execute()).toEqual([])
})
