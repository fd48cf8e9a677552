import { expect, test } from 'vitest'
import type { Context } from '#context'
import { append, write, type Entry, type Kind } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { world } from '#test/world.ts'
import { reactedPosts, rightNow } from './index.ts'

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
  const shop = { id: shopId, timezone: 'Europe/Helsinki' }
  expect(await rightNow(ctx, shop)).toEqual({ rising: [], reacted: [] })
  const bottle = await given.product({ title: 'Bottle' })
  await happened(ctx, shopId, 'like', { postId: await given.post() }, 1, 1)
  await happened(ctx, shopId, 'cart', { productId: bottle.id }, 2, 9)
  await settle()
  expect((await rightNow(ctx, shop)).reacted).toEqual([])
  clock.advance(61_000)
  const now = await rightNow(ctx, shop)
  expect(now.reacted).toHaveLength(1)
  expect(now.rising.map(({ title, slug, times }) => [title, slug, times])).toEqual([
    ['Bottle', bottle.handle, 9]
  ])
  expect(await rightNow(ctx, { ...shop, id: shopId + 1_000_000 })).toEqual({ rising: [], reacted: [] })
})
