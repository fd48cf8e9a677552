import { text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { saveContacts } from '#domain/contacts/index.ts'
import { getShop } from '#domain/shops/index.ts'
import { transact } from '#platform/database/index.ts'
import { done } from '#platform/outcome.ts'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import { beginExport } from './index.ts'

/** The customers' file as its owner gets it. */
async function customersOf(w: World): Promise<Record<string, string>[]> {
  const owner = await w.given.owner()
  const shop = await getShop(w.ctx, w.shopId)
  const { pieces } = await must(beginExport(w.ctx, owner, shop, { what: 'customers', format: 'csv' }))
  return parse(await text(Readable.from(pieces)), { bom: true, columns: true })
}

test('people brought in from elsewhere leave too: beside their orders here, or by themselves, each once', async () => {
  const w = await world()
  const tee = await w.given.product()
  const email = 'linh@example.org'
  await w.given.order([{ variantId: tee.variantId }], { pay: { email } })
  const draft = {
    ...{ phone: '+358 40 1', company: 'Oy', note: 'Likes blue', source: 'shopify' },
    marketingAt: null
  }
  const drafts = [
    { ...draft, key: email, email, name: 'Linh', marketing: true, tags: ['vip'], address: null },
    { ...draft, key: 'ana@example.org', email: 'ana@example.org', name: 'Ana', marketing: true, tags: ['a', 'b'], address: { city: 'Oslo' } }, // prettier-ignore
    { ...draft, key: 'shopify 77', email: null, name: 'No address', marketing: null, tags: [], address: null }
  ]
  await transact(w.ctx.db, async (tx) =>
    done(await saveContacts(w.ctx, tx, w.shopId, { drafts, importId: w.ctx.ids.next() }))
  )
  const people = await customersOf(w)
  const of = (name: string) => people.filter((one) => one.note === 'Likes blue' && one.email === name)
  expect(of(email)).toMatchObject([{ orders: '1', tags: 'vip', company: 'Oy', accepts_marketing: 'yes' }])
  expect(of('ana@example.org')).toMatchObject([
    { name: 'Ana', orders: '0', tags: 'a, b', city: 'Oslo', accepts_marketing: 'yes', source: 'shopify' }
  ])
  expect(of('')).toMatchObject([{ name: 'No address', accepts_marketing: 'no' }])
  const other = await world()
  const theirs = await customersOf(other)
  expect(JSON.stringify(theirs)).not.toContain('Likes blue')
})
