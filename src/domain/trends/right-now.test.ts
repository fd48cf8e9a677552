import { expect, test } from 'vitest'
import type { Context } from '#context'
import { append, write, type Entry, type Kind } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { world } from '#test/world.ts'
import { reactedPosts, rightNow, risingProducts } from './index.ts'

const HOUR = 3_600_000

/** Writes what happened to a product or post some hours ago, as many times as said. */
async function happened(
  ctx: Context,
  shopId: number,
  kind: Kind,
  on: { productId?: string; postId?: string },
  hoursAgo: number,
  quantity: number
) {
  const occurredAt = new Date(ctx.clock.now().getTime() - hoursAgo * HOUR)
  const subject = on.postId ? { kind: 'post', id: on.postId } : { kind: 'product', id: on.productId }
  const entry = { kind, actor: 'v', subject, source: on, quantity, payload: null, occurredAt } as Entry
  await write(ctx, shopId, async (tx) => done(await append(ctx, tx, shopId, [entry])))
}

test('a product rises when its last 24 hours beat its own usual day, by how much it beats it', async () => {
  const { ctx, shopId, given, settle } = await world()
  const [bottle, mug, tote] = [
    await given.product({ title: 'Bottle' }),
    await given.product(),
    await given.product()
  ]
  for (let day = 1; day <= 7; day++) {
    await happened(ctx, shopId, 'product_view', { productId: bottle.id }, day * 24 + 2, 5)
    await happened(ctx, shopId, 'product_view', { productId: mug.id }, day * 24 + 2, 20)
  }
  await happened(ctx, shopId, 'product_view', { productId: bottle.id }, 2, 10)
  await happened(ctx, shopId, 'cart', { productId: bottle.id }, 1, 5)
  await happened(ctx, shopId, 'product_view', { productId: mug.id }, 2, 20)
  await happened(ctx, shopId, 'product_view', { productId: tote.id }, 2, 50)
  await settle()
  expect(await risingProducts(ctx, shopId)).toEqual([
    { handle: bottle.handle, title: 'Bottle', picture: null, times: 3, days: [5, 5, 5, 5, 5, 5, 15] }
  ])
})

test('a few looks are no trend, and neither is a product that is no longer on sale', async () => {
  const { ctx, shopId, given, settle } = await world()
  const [quiet, archived] = [await given.product(), await given.product({ state: 'archived' })]
  for (const { id } of [quiet, archived])
    await happened(ctx, shopId, 'product_view', { productId: id }, 30, 1)
  await happened(ctx, shopId, 'product_view', { productId: quiet.id }, 2, 7)
  await happened(ctx, shopId, 'product_view', { productId: archived.id }, 2, 70)
  await settle()
  expect(await risingProducts(ctx, shopId)).toEqual([])
})

test('posts are ordered by the reactions that still stand, and a removed reaction counts no more', async () => {
  const { ctx, shopId, given, settle } = await world()
  const words = 'The harbour opens at seven tomorrow and the first coffee is on the house for all'
  const [first, second, silent] = [await given.post({ title: 'First' }), await given.post({ title: '', words }), await given.post()] // prettier-ignore
  await happened(ctx, shopId, 'like', { postId: first }, 3, 3)
  await happened(ctx, shopId, 'unlike', { postId: first }, 2, 2)
  await happened(ctx, shopId, 'repost', { postId: second }, 3, 2)
  await happened(ctx, shopId, 'like', { postId: silent }, 3, 1)
  await happened(ctx, shopId, 'unlike', { postId: silent }, 2, 1)
  await happened(ctx, shopId, 'like', { postId: first }, 24 * 8, 90)
  await settle()
  const posts = await reactedPosts(ctx, shopId)
  expect(posts.map(({ title, reactions }) => [title, reactions])).toEqual([
    ['The harbour opens at seven tomorrow and the first coffee is…', 2],
    ['First', 1]
  ])
})

test('the square’s answer is kept for a minute, and every shop has its own', async () => {
  const { ctx, shopId, given, settle, clock } = await world()
  expect(await rightNow(ctx, shopId)).toEqual({ rising: [], reacted: [] })
  await happened(ctx, shopId, 'like', { postId: await given.post() }, 1, 1)
  await settle()
  expect((await rightNow(ctx, shopId)).reacted).toEqual([])
  clock.advance(61_000)
  expect((await rightNow(ctx, shopId)).reacted).toHaveLength(1)
  expect((await rightNow(ctx, shopId + 1_000_000)).reacted).toEqual([])
})
