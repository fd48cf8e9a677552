import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { creditedOrders, creditsByModel, orderPath, recordTouch } from '#domain/attribution/index.ts'
import { createLink, followLink } from '#domain/links/index.ts'
import { BROWSER } from '#test/api.ts'
import { world } from '#test/world.ts'
import { MEASURES, nextSteps, ranked, windowOf, writeResultsCsv, type CsvHeadings } from './index.ts'

const headings = Object.fromEntries(
  [...MEASURES, 'title', 'network', 'at', 'key', 'ctr', 'conversion'].map((name) => [name, name])
) as CsvHeadings

test('an order leads back over the tap and the link to its post, and each is credited with it', async () => {
  const w = await world()
  const campaignId = await w.given.campaignRow()
  const postId = await w.given.publishedPost({ campaignId, title: '=HYPERLINK("evil")' })
  const mug = await w.given.product({ price: 2_510 })
  const link = await createLink(w.ctx, await w.given.owner(), { target: { postId }, network: 'instagram' })
  if (!link.ok) throw new Error(link.refusal)
  const guest = w.given.guest()
  const visit = { userAgent: BROWSER, lookingAhead: false }
  const followed = await followLink(w.ctx, guest, link.value.code, visit)
  const first = followed.ok ? followed.value.clickId : null
  w.clock.advance(60_000)
  const clickId = await recordTouch(w.ctx, w.ctx.db, guest, { postId, productId: mug.id, clickId: first })
  w.clock.advance(60_000)
  const order = await w.given.order([{ variantId: mug.variantId }], { actor: guest, clickId })
  await w.settle()
  const window = windowOf(w.clock.now(), 'Europe/Helsinki')
  for (const [dimension, key] of [
    ['post', postId],
    ['link', link.value.code],
    ['campaign', campaignId]
  ] as const) {
    const rows = await ranked(w.ctx, w.shopId, window, dimension)
    expect([dimension, rows]).toMatchObject([
      dimension,
      [{ key, clicks: 1, carts: 1, orders: 1, revenue: 2_000 }]
    ])
  }
  const path = await orderPath(w.ctx, w.shopId, order.id)
  expect(path.steps.map((step) => step.kind)).toEqual(['link', 'tap', 'cart', 'order'])
  expect(path.credited).toMatchObject({ kind: 'tap', network: 'instagram', post: { id: postId } })
  expect(await creditedOrders(w.ctx, w.shopId, { by: 'post', key: postId })).toMatchObject([
    { id: order.id, net: 2_000, network: 'instagram' }
  ])
  const models = await creditsByModel(w.ctx, w.shopId, { by: 'link', key: link.value.code })
  expect([...models.values()].every(({ orders, revenue }) => orders === 1 && revenue === 2_000)).toBe(true)
  expect(models.size).toBe(5)
  const shop = { id: w.shopId, currency: 'EUR' }
  let text = ''
  for await (const piece of writeResultsCsv(w.ctx, shop, window, { dimension: 'post', headings }))
    text += piece
  const [row] = parse(text, { bom: true, columns: true }) as Record<string, string>[]
  expect(row).toMatchObject({
    title: '\'=HYPERLINK("evil")',
    orders: '1',
    'revenue (EUR)': '20',
    impressions: '0',
    ctr: ''
  })
})

test('what to do next is only what is so', async () => {
  const w = await world()
  expect(await nextSteps(w.ctx, w.shopId, 'Europe/Helsinki')).toEqual([])
  const mug = await w.given.product({ stock: 6 })
  await w.given.order([{ variantId: mug.variantId, quantity: 2 }])
  for (let i = 0; i < 3; i++) await w.given.cart([{ variantId: mug.variantId }])
  await w.given.post({ state: 'draft' })
  await w.settle()
  expect(await nextSteps(w.ctx, w.shopId, 'Europe/Helsinki')).toMatchObject([
    { kind: 'send', count: 1 },
    { kind: 'restock', id: mug.id, left: 4 },
    { kind: 'drafts', count: 1 }
  ])
})
