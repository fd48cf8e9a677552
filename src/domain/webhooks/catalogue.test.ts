import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { addComment, deleteComment } from '#domain/discussions/index.ts'
import { runImport, startImport } from '#domain/imports/index.ts'
import { joinShop } from '#domain/members/index.ts'
import {
  cancelOrder,
  cancelPieces,
  findOrder,
  fulfilOrder,
  refundOrder,
  settleRefunds
} from '#domain/orders/index.ts'
import { eraseMember, runErasure } from '#domain/privacy/index.ts'
import { publishPost, removePost, savePost, startPost } from '#domain/posts/index.ts'
import { followShop, react, REACTIONS, unfollowShop, unreact } from '#domain/reactions/index.ts'
import { setStock } from '#domain/stock/index.ts'
import { handOver } from '#domain/stores/index.ts'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import {
  attributes,
  fromShopify,
  handedOver,
  hear,
  refundOf,
  shopifyOrder,
  time
} from '../store-orders/testing.ts'
import { envelopeOf } from './catalogue.ts'
import { EVENT_TYPES, fanOutWebhooks, type EventType } from './index.ts'
import { hooked } from './testing.ts'

const NAME = 'Veera Virtanen'
const WORDS = 'Ostin tämän Hangosta'

test('each kind of event is told from what really happened, as its schema says, without a word of anybody’s', async () => {
  const w = await world()
  const hook = await hooked(w, { url: 'http://127.0.0.1:9/', events: [...EVENT_TYPES] })
  await takePart(w)
  await sell(w)
  await sellElsewhere(w)
  await keepShop(w)
  await fanOutWebhooks(w.ctx, w.shopId)
  const rows = await w.ctx.db
    .selectFrom('webhook_events')
    .select(['type', 'body', 'subject'])
    .where('shop_id', '=', w.shopId)
    .execute()
  expect([...new Set(rows.map(({ type }) => type))].sort()).toEqual([...EVENT_TYPES].sort())
  for (const { type, body } of rows) {
    const read = envelopeOf(type as EventType).safeParse(JSON.parse(body))
    expect([type, read.error?.message, JSON.parse(body)]).toEqual([type, undefined, read.data])
    expect(body).not.toMatch(new RegExp(`${NAME}|${WORDS}|Veera|@|Mannerheim`, 'i'))
  }
  expect(await hook.deliveries()).toHaveLength(rows.length)
})

test('what a receiver did not ask for, what was before it, and another shop’s is not told to it', async () => {
  const [w, other] = [await world(), await world()]
  await takePart(w)
  const hook = await hooked(w, { url: 'http://127.0.0.1:9/', events: ['post.reposted'] })
  await hooked(other, { url: 'http://127.0.0.1:9/', events: [...EVENT_TYPES] })
  await takePart(w)
  await Promise.all([hook.fanOut(), hook.fanOut(), fanOutWebhooks(other.ctx, other.shopId)])
  expect((await hook.deliveries()).map(({ type }) => type)).toEqual(['post.reposted'])
  const elsewhere = await w.ctx.db
    .selectFrom('webhook_events')
    .select('id')
    .where('shop_id', '=', other.shopId)
    .execute()
  expect(elsewhere).toEqual([])
})

async function takePart(w: World): Promise<void> {
  const postId = await w.given.post()
  const member = await w.given.member({ name: NAME })
  for (const kind of REACTIONS) {
    await must(react(w.ctx, member, { postId, kind }))
    await must(unreact(w.ctx, member, { postId, kind }))
  }
  const commentId = await must(addComment(w.ctx, member, { postId, words: WORDS }))
  await must(deleteComment(w.ctx, member, commentId))
  await must(followShop(w.ctx, member))
  await must(unfollowShop(w.ctx, member))
  const { erasureId } = await must(eraseMember(w.ctx, member, (await w.given.member()).memberId!))
  await runErasure(w.ctx, w.shopId, erasureId)
}

async function sell(w: World): Promise<void> {
  const owner = await w.given.owner()
  const tee = await w.given.product({ stock: 50, price: 2_000 })
  const member = await w.given.member({ name: NAME })
  const order = () => w.given.order([{ variantId: tee.variantId, quantity: 3 }], { actor: member })
  const [sent, off] = [await order(), await order()]
  const [line] = (await findOrder(w.ctx, w.shopId, sent.id))!.lines
  const pieces = (quantity: number) => [{ lineId: line!.id, quantity }]
  await must(cancelPieces(w.ctx, owner, { orderId: sent.id, lines: pieces(1), restock: true }))
  await must(fulfilOrder(w.ctx, owner, { orderId: sent.id }))
  await must(refundOrder(w.ctx, owner, { orderId: sent.id, lines: pieces(1), restock: true }))
  await must(cancelOrder(w.ctx, owner, { orderId: off.id, reason: WORDS }))
  await settleRefunds(w.ctx, w.shopId)
  const mug = await w.given.product()
  const { id: storeId } = await w.given.store({ goods: [mug] })
  const { token } = await w.given.cart([mug], { actor: member })
  await must(handOver(w.ctx, member, { token, storeId }))
  await must(setStock(w.ctx, owner, { variantId: tee.variantId, onHand: 9 }))
}

async function sellElsewhere(w: World): Promise<void> {
  const { store, code } = await handedOver(w)
  const paid = shopifyOrder({ ...attributes(code), financial_status: 'paid' })
  const fewer = { subtotal_price: '40.00', total_price: '44.90', updated_at: time(52) }
  const back = { ...fewer, updated_at: time(53), refunds: [refundOf(9, '10.00')] }
  for (const more of [{}, fewer, back])
    await must(hear(w, store.id, fromShopify('orders/updated', { ...paid, ...more })))
}

async function keepShop(w: World): Promise<void> {
  const owner = await w.given.owner()
  const user = { userId: 'u-veera', email: 'veera@example.org' }
  await must(joinShop(w.ctx, await w.given.visit(), user, { name: NAME }))
  const postId = await must(startPost(w.ctx, owner))
  const draft = { postId, version: 1, title: NAME, words: WORDS, disclosure: '', campaignId: null } as const
  const saved = await must(savePost(w.ctx, owner, { ...draft, pinned: false, pictures: [], tags: [] }))
  await must(publishPost(w.ctx, owner, { postId, version: saved.version }))
  await must(removePost(w.ctx, owner, { postId, version: saved.version + 1 }))
  const body = (price: string) => Buffer.from(`Handle,Title,Variant Price\nmug,Mug,${price}\n`)
  for (const price of ['18.00', '19.00']) {
    const file = { name: 'goods.csv', body: Readable.from([body(price)]), overwriteStock: false }
    const { id } = await must(startImport(w.ctx, owner, file))
    await runImport(w.ctx, w.shopId, id)
  }
}
