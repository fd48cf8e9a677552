import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { recordTouch } from '#domain/attribution/index.ts'
import { placeOrder, startCheckout } from '#domain/checkout/index.ts'
import { createLink, followLink } from '#domain/links/index.ts'
import { cancelOrder, findOrder, markPaid, refundOrder } from '#domain/orders/index.ts'
import { rebuild } from '#domain/ledger/index.ts'
import { BROWSER } from '#test/api.ts'
import { payInput } from '#test/checkout.ts'
import { world, type World } from '#test/world.ts'
import { rollupHours } from './rollup-hours.projection.ts'
import { ranked, totals, windowOf, type Dimension } from './index.ts'

const visit = { userAgent: BROWSER, lookingAhead: false }
const INVOICE = { payment: { provider: 'invoice', instrument: {} } }

/** A post of a campaign, and a short link to it for a network. */
async function stall(w: World, network: 'instagram' | 'bluesky') {
  const campaignId = await w.given.campaignRow()
  const postId = await w.given.publishedPost({ campaignId })
  const link = await createLink(w.ctx, await w.given.owner(), { target: { postId }, network })
  if (!link.ok) throw new Error(link.refusal)
  return { campaignId, postId, code: link.value.code }
}

/** Someone new follows the link and taps Buy on its post; answers the click id of the address. */
async function comeBy(w: World, { code, postId }: Awaited<ReturnType<typeof stall>>) {
  const guest = w.given.guest()
  const followed = await followLink(w.ctx, guest, code, visit)
  if (!followed.ok) throw new Error(followed.refusal)
  w.clock.advance(1_000)
  const clickId = await recordTouch(w.ctx, w.ctx.db, guest, { postId, clickId: followed.value.clickId })
  return { guest, clickId }
}

/** What orders and refunds themselves say, by what they were credited to: reckoned without ledger or rollup. */
async function byHand(w: World, column: 'post_id' | 'link_code' | 'campaign_id') {
  const { rows } = await sql<{ key: string | null; orders: number; revenue: number }>`
    select c.${sql.ref(column)}::text as key, count(*)::int as orders,
      sum(o.net - coalesce((select sum(r.net) from refunds r where r.order_id = o.id), 0))::int as revenue
    from orders o left join order_credits c on c.order_id = o.id and c.model = 'last_touch'
    where o.payment_state in ('paid', 'part_refunded', 'refunded') group by 1 order by 1`.execute(w.ctx.db)
  return rows
}

test('orders and revenue of posts, campaigns and links are those of the orders themselves, to the cent, after refunds too', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const [left, right] = [await stall(w, 'instagram'), await stall(w, 'bluesky')]
  const goods = await Promise.all(
    [3_333, 1_799, 20_001].map((price) => w.given.product({ price, stock: 99 }))
  )
  const [tee, mug, lamp] = goods as [(typeof goods)[0], (typeof goods)[0], (typeof goods)[0]]
  const buy = async (by: typeof left | null, quantity: number, pay?: typeof INVOICE) => {
    const came = by ? await comeBy(w, by) : { guest: w.given.guest(), clickId: undefined }
    const items = [{ ...tee, quantity }, { ...mug, quantity: 2 }, lamp]
    const { id } = await w.given.order(items, { actor: came.guest, clickId: came.clickId, pay })
    return (await findOrder(w.ctx, w.shopId, id))!
  }
  const back = (orderId: string, input: object) =>
    refundOrder(w.ctx, owner, { orderId, restock: true, ...input })
  const one = await buy(left, 3)
  await back(one.id, { lines: [{ lineId: one.lines[0]!.id, quantity: 2 }] })
  await back(one.id, { lines: [{ lineId: one.lines[1]!.id, quantity: 1 }], amount: 500 })
  const two = await buy(left, 1)
  await back(two.id, { amount: 1_234 })
  const three = await buy(right, 7)
  await cancelOrder(w.ctx, owner, { orderId: three.id })
  await buy(right, 2)
  const owed = await buy(right, 1, INVOICE)
  await buy(right, 5, INVOICE)
  await markPaid(w.ctx, owner, { orderId: owed.id })
  await buy(null, 1)
  await w.settle()
  const window = windowOf(w.clock.now(), 'Europe/Helsinki')
  const told = async (dimension: Dimension) =>
    (await ranked(w.ctx, w.shopId, window, dimension))
      .map(({ key, orders, revenue }) => ({ key, orders, revenue }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
  const shop = (await totals(w.ctx, w.shopId, window)).now
  for (const [dimension, column] of [
    ['post', 'post_id'],
    ['campaign', 'campaign_id'],
    ['link', 'link_code']
  ] as const) {
    const hand = await byHand(w, column)
    expect(await told(dimension)).toEqual(
      hand.filter(({ key }) => key !== null).sort((a, b) => (a.key! < b.key! ? -1 : 1))
    )
    expect(hand.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(shop.revenue)
    expect(hand.reduce((sum, { orders }) => sum + orders, 0)).toBe(shop.orders)
  }
  expect(shop.orders).toBe(6)
})

test('products earn what is left after every refund, also of a plain sum, in all as much as the shop, and so after a rebuild', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const goods = await Promise.all([3_333, 1_799].map((price) => w.given.product({ price, stock: 9 })))
  const [tee, mug] = goods as [(typeof goods)[0], (typeof goods)[0]]
  const { id } = await w.given.order([{ ...tee, quantity: 2 }, mug])
  const { lines } = (await findOrder(w.ctx, w.shopId, id))!
  const lineId = lines.find(({ variantId }) => variantId === tee.variantId)!.id
  const window = windowOf(w.clock.now(), 'Europe/Helsinki')
  const told = async () => {
    await w.settle()
    const rows = await ranked(w.ctx, w.shopId, window, 'product')
    const shop = (await totals(w.ctx, w.shopId, window)).now.revenue
    expect(rows.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(shop)
    for (const { key, orders, revenue } of rows) {
      const alone = await totals(w.ctx, w.shopId, window, { dimension: 'product', key })
      expect(alone.now).toMatchObject({ orders, revenue })
    }
    return goods.map((one) => rows.find(({ key }) => key === one.id)!.revenue)
  }
  const back = (input: object) => refundOrder(w.ctx, owner, { orderId: id, restock: true, ...input })
  expect(await told()).toEqual([5_312, 1_433])
  // A plain sum is borne in proportion: 10.00 of 84.65 takes 7.97 of the net, 6.28 of it from the tees.
  await back({ amount: 1_000 })
  expect(await told()).toEqual([4_684, 1_264])
  // One tee comes back for half its price: half of what it earned.
  await back({ lines: [{ lineId, quantity: 1 }], amount: 1_667 })
  expect(await told()).toEqual([3_356, 1_264])
  const followed = await told()
  await rebuild(w.ctx, w.shopId, rollupHours)
  expect(await told()).toEqual(followed)
  await back({ amount: 8_465 - 1_000 - 1_667 })
  expect(await told()).toEqual([0, 0])
})

test('who comes back by another link to pay for what was chosen before is credited to that link', async () => {
  const w = await world()
  const [first, second] = [await stall(w, 'instagram'), await stall(w, 'bluesky')]
  const { guest, clickId } = await comeBy(w, first)
  const { token } = await w.given.cart([await w.given.product()], { actor: guest, clickId })
  w.clock.advance(3_600_000)
  const later = await followLink(w.ctx, guest, second.code, visit)
  const again = later.ok ? later.value.clickId : null
  await startCheckout(w.ctx, guest, { token, clickId: again })
  await startCheckout(w.ctx, guest, { token })
  expect(await placeOrder(w.ctx, guest, await payInput(w.ctx, guest, token))).toMatchObject({ ok: true })
  await w.settle()
  const links = await ranked(w.ctx, w.shopId, windowOf(w.clock.now(), 'Europe/Helsinki'), 'link')
  expect(new Map(links.map(({ key, orders }) => [key, orders]))).toEqual(
    new Map([
      [first.code, 0],
      [second.code, 1]
    ])
  )
})
