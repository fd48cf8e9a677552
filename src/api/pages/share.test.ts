import { expect, test } from 'vitest'
import { cardOfProduct, findCard, sharePath } from '#domain/pages/index.ts'
import { findProduct } from '#domain/catalog/index.ts'
import { removePost } from '#domain/posts/index.ts'
import { getShop } from '#domain/shops/index.ts'
import { inspect } from '#platform/images/index.ts'
import { apiOf } from '#test/api.ts'
import { must } from '#test/factories/posts.ts'
import { world } from '#test/world.ts'

async function given() {
  const w = await world()
  const [shop, call] = [await getShop(w.ctx, w.shopId), await apiOf(w, w.given.guest())]
  const kept = async () => (await Array.fromAsync(w.ctx.files.list(`share/${w.shopId}/`))).length
  return { w, shop, call, kept }
}

test('a page’s share picture is made when it is first asked for, once for all who ask, and kept', async () => {
  const { w, shop, call, kept } = await given()
  const { handle } = await w.given.product({ title: 'Blåbær & ærter 🐟 <b>', price: 3450 })
  const path = sharePath(shop, cardOfProduct((await findProduct(w.ctx, w.shopId, handle))!))
  const answers = await Promise.all(Array.from({ length: 8 }, () => call('GET', path)))
  const bodies = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())))
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
  const seen = await inspect(bodies[0]!)
  expect(seen.ok && seen.value).toMatchObject({ type: 'jpeg', width: 1200, height: 630 })
  expect(bodies.every((body) => body.equals(bodies[0]!) && body.length < 300_000)).toBe(true)
  expect(await kept()).toBe(1)
  expect(answers[0]!.headers.get('cache-control')).toContain('immutable')
  const headers = { 'if-none-match': answers[0]!.headers.get('etag')! }
  expect((await call('GET', path, undefined, { headers })).status).toBe(304)
})

test('a new price is a new picture: the old address leads to it, and the old file is gone', async () => {
  const { w, shop, call, kept } = await given()
  const { id, handle } = await w.given.product({ price: 3450 })
  const at = async () => sharePath(shop, (await findCard(w.ctx, shop, `/products/${handle}`))!)
  const before = await at()
  expect((await call('GET', before)).status).toBe(200)
  await w.ctx.db.updateTable('variants').set({ price: 2000 }).where('shop_id', '=', w.shopId).where('product_id', '=', id).execute() // prettier-ignore
  const old = await call('GET', before)
  expect([old.status, old.headers.get('location')]).toEqual([302, await at()])
  expect((await call('GET', await at())).status).toBe(200)
  expect(await kept()).toBe(1)
})

test('drafts, what was taken down and other shops’ pages have none, not even where one was made', async () => {
  const { w, shop, call } = await given()
  const postId = await w.given.post({ title: 'Out' })
  const [draftId, other] = [await w.given.post({ state: 'draft' }), await given()]
  const slugOf = async (id: string) =>
    (await w.ctx.db.selectFrom('posts').select('slug').where('shop_id', '=', w.shopId).where('id', '=', id).executeTakeFirstOrThrow()).slug // prettier-ignore
  const slug = await slugOf(postId)
  const path = sharePath(shop, (await findCard(w.ctx, shop, `/p/${slug}`))!)
  expect((await call('GET', path)).status).toBe(200)
  expect((await other.call('GET', path)).status).toBe(404)
  await must(removePost(w.ctx, await w.given.owner(), { postId }))
  for (const one of [path, `/share/p/${slug}/now.jpg`, `/share/p/${await slugOf(draftId)}/now.jpg`])
    expect([one, (await call('GET', one)).status]).toEqual([one, 404])
  for (const one of [
    '/share/now.png',
    '/share/p/now.jpg',
    '/share/../../etc/now.jpg',
    '/share/p/%252e%252e/now.jpg'
  ])
    expect([one, (await call('GET', one)).status]).toEqual([one, 404])
  expect((await call('GET', '/share/now.jpg')).headers.get('cache-control')).toBe('public, max-age=3600')
})
