import { parse } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { setStoreDisabled } from '#domain/stores/index.ts'
import { world, type World } from '#test/world.ts'
import {
  changeFeed,
  checkFeed,
  countProblems,
  createFeed,
  listChanges,
  listProblems,
  openFeed,
  removeFeed,
  setFeedDisabled,
  type FeedInput
} from './index.ts'

type Network = FeedInput['network']

async function feedOf(w: World, network: Network, settings: FeedInput['settings'] = {}) {
  const owner = await w.given.owner()
  const input = { name: 'Everything', network, country: 'FI', locale: 'en' as const, settings }
  const made = await createFeed(w.ctx, owner, input)
  if (!made.ok) throw new Error(made.refusal)
  return { owner, ...made.value }
}

async function textOf(w: World, code: string, format: 'xml' | 'csv' | 'tsv', since?: Date) {
  const opened = await openFeed(w.ctx, w.shopId, { code, format, since })
  if (!opened.ok) throw new Error(opened.refusal)
  let text = ''
  for await (const piece of opened.value.body()) text += piece
  return text
}

const xml = new XMLParser({ isArray: (name) => name === 'item', parseTagValue: false })
const itemsOf = (text: string): Record<string, unknown>[] => xml.parse(text).rss.channel.item ?? []
const rowsOf = (text: string, delimiter = ','): Record<string, string>[] =>
  parse(text, { columns: true, delimiter, quote: delimiter === ',' ? '"' : false })

/** A product that every network takes: with a picture, words and a maker. */
async function fine(w: World, given: Parameters<World['given']['product']>[0] = {}) {
  const product = await w.given.product(given)
  await w.ctx.db
    .insertInto('product_pictures')
    .values({ shop_id: w.shopId, product_id: product.id, picture_id: await w.given.picture(), position: 0 })
    .execute()
  const words = { description: '<p>Thick &amp; soft</p><p>For fishers</p>', vendor: 'Norsjö' }
  await w.ctx.db.updateTable('products').set(words).where('id', '=', product.id).execute()
  return product
}

test('each network reads the same goods in its own spelling, in XML and in tables', async () => {
  const w = await world()
  const tee = await fine(w, {
    title: 'Tee <&>',
    options: { Colour: ['Blue'], Size: ['S', 'M'] },
    price: 3400
  })
  const compareAt = { compare_at: 4000 }
  await w.ctx.db.updateTable('variants').set(compareAt).where('sku', '=', tee.variants[1]!.sku).execute()
  const out = await fine(w, { title: 'Gone', stock: 0 })
  const later = await fine(w, { title: 'Later', stock: 0, continueSelling: true })
  const spelled = { google: [], meta: [], pinterest: [] } as Record<Network, string[]>
  for (const network of ['google', 'meta', 'pinterest'] as const) {
    const { code } = await feedOf(w, network)
    const items = itemsOf(await textOf(w, code, 'xml'))
    expect(items).toHaveLength(4)
    const bySku = new Map(items.map((item) => [item['g:id'], item]))
    spelled[network] = [tee.sku, out.sku, later.sku].map((sku) => String(bySku.get(sku)!['g:availability']))
    expect(bySku.get(tee.variants[1]!.sku)).toMatchObject({
      'g:title': 'Tee <&> – Blue – M',
      'g:description': 'Thick & soft\nFor fishers',
      'g:price': '40.00 EUR',
      'g:sale_price': '34.00 EUR',
      'g:brand': 'Norsjö',
      'g:color': 'Blue',
      'g:size': 'M',
      'g:item_group_id': tee.id
    })
    const csv = rowsOf(await textOf(w, code, 'csv'))
    const tsv = rowsOf(await textOf(w, code, 'tsv'), '\t')
    for (const rows of [csv, tsv]) {
      expect(rows.map((row) => [row.id, row.availability, row.price, row.sale_price])).toEqual(
        items.map((item) => [
          item['g:id'],
          item['g:availability'],
          item['g:price'],
          item['g:sale_price'] ?? ''
        ])
      )
    }
    expect(csv[0]!.shipping).toMatch(/^FI::[^:]+:\d+\.\d\d EUR/)
  }
  expect(spelled).toEqual({
    google: ['in_stock', 'out_of_stock', 'backorder'],
    meta: ['in stock', 'out of stock', 'available for order'],
    pinterest: ['in stock', 'out of stock', 'preorder']
  })
})

test('what a network would refuse is left out and named, what it may dislike is told and named', async () => {
  const w = await world()
  const bare = await w.given.product({ title: 'No picture' })
  const free = await fine(w, { price: 0 })
  const odd = await fine(w)
  await w.ctx.db.updateTable('variants').set({ sku: 'A:1,2', barcode: '4006381333932' }).where('id', '=', odd.variantId).execute() // prettier-ignore
  const { id, code } = await feedOf(w, 'meta')
  expect(itemsOf(await textOf(w, code, 'xml'))).toEqual([])
  await checkFeed(w.ctx, w.shopId, id)
  const { lines } = await listProblems(w.ctx, w.shopId, id)
  const named = lines.map(({ itemId, problems, refused }) => [itemId, problems.toSorted(), refused])
  expect(named).toEqual(
    expect.arrayContaining([
      [bare.sku, ['brand_is_shop', 'description_missing', 'picture_missing'], true],
      [free.sku, ['picture_small', 'price_zero'], true],
      ['A:1,2', ['gtin_wrong', 'id_characters', 'picture_small'], true]
    ])
  )
  expect(await countProblems(w.ctx, w.shopId, id)).toContainEqual({ problem: 'price_zero', items: 1 })
  const only = await listProblems(w.ctx, w.shopId, id, { problem: 'price_zero' })
  expect(only.lines.map(({ productId }) => productId)).toEqual([free.id])
})

test('the same goods keep their tag, a sold-out piece changes it, and so does the feed itself', async () => {
  const w = await world()
  const tee = await fine(w, { stock: 1 })
  const { owner, id, code } = await feedOf(w, 'google')
  const tag = async () => {
    const opened = await openFeed(w.ctx, w.shopId, { code, format: 'xml' })
    return opened.ok && opened.value.etag
  }
  const first = await tag()
  w.clock.advance(3_600_000)
  expect(await tag()).toBe(first)
  await w.ctx.db.updateTable('stock').set({ reserved: 1 }).where('variant_id', '=', tee.variantId).execute()
  const second = await tag()
  expect(second).not.toBe(first)
  const change = { feedId: id, version: 1, name: 'Renamed', country: 'NO', locale: 'nb' as const }
  expect(await changeFeed(w.ctx, owner, change)).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await tag()).not.toBe(second)
  expect(await changeFeed(w.ctx, owner, change)).toMatchObject({ ok: false, refusal: 'feed_stale' })
})

test('a delta tells what changed and what went since a moment, and nothing else', async () => {
  const w = await world()
  const [still, cheaper, gone] = [await fine(w), await fine(w), await fine(w)]
  const { id, code } = await feedOf(w, 'pinterest')
  const since = (await checkFeed(w.ctx, w.shopId, id))!
  w.clock.advance(60_000)
  expect(itemsOf(await textOf(w, code, 'xml', since))).toEqual([])
  await w.ctx.db.updateTable('variants').set({ price: 1000 }).where('id', '=', cheaper.variantId).execute()
  await w.ctx.db.updateTable('products').set({ state: 'archived' }).where('id', '=', gone.id).execute()
  const delta = itemsOf(await textOf(w, code, 'xml', since))
  expect(delta.map((item) => [item['g:id'], item['g:price']])).toEqual([[cheaper.sku, '10.00 EUR']])
  const changes = await listChanges(w.ctx, w.shopId, id, { since })
  expect(
    changes.ok && changes.value.changes.map(({ id: item, method }) => [item, method]).toSorted()
  ).toEqual(
    [[cheaper.sku, 'upsert'], [gone.sku, 'delete']].toSorted() // prettier-ignore
  )
  expect(changes.ok && changes.value.asOf).toEqual(w.clock.now())
  const next = await listChanges(w.ctx, w.shopId, id, { since: w.clock.now() })
  expect(next.ok && next.value.changes).toEqual([])
  expect(still.sku).toBeTruthy()
})

test('filters keep to tags and to what is there; labels name what rises', async () => {
  const w = await world()
  const [tagged, other] = [await fine(w, { price: 900 }), await fine(w)]
  await w.ctx.db.insertInto('product_tags').values({ shop_id: w.shopId, product_id: tagged.id, tag: 'summer' }).execute() // prettier-ignore
  const labels = ['new', 'none', 'sale', 'type', 'low_stock'] as const
  const { code } = await feedOf(w, 'google', { tags: ['summer'], labels: [...labels] })
  const items = itemsOf(await textOf(w, code, 'xml'))
  expect(items.map((item) => [item['g:id'], item['g:custom_label_0']])).toEqual([[tagged.sku, 'new']])
  const dear = await feedOf(w, 'google', { minPrice: 1000 })
  expect(itemsOf(await textOf(w, dear.code, 'xml')).map((item) => item['g:id'])).toEqual([other.sku])
})

test('a feed that is off is gone, a removed one not found, and another shop never sees it', async () => {
  const w = await world()
  const { owner, id, code } = await feedOf(w, 'google')
  const open = (shopId = w.shopId) => openFeed(w.ctx, shopId, { code, format: 'csv' })
  expect(await open()).toMatchObject({ ok: true })
  const stranger = await world()
  expect(await open(stranger.shopId)).toMatchObject({ refusal: 'feed_not_found' })
  const theirs = await stranger.given.owner()
  expect(await setFeedDisabled(w.ctx, theirs, { feedId: id, disabled: true })).toMatchObject({
    refusal: 'feed_not_found'
  })
  expect(await removeFeed(w.ctx, theirs, { feedId: id })).toMatchObject({ refusal: 'feed_not_found' })
  await setFeedDisabled(w.ctx, owner, { feedId: id, disabled: true })
  expect(await open()).toMatchObject({ refusal: 'feed_gone' })
  await removeFeed(w.ctx, owner, { feedId: id })
  expect(await open()).toMatchObject({ refusal: 'feed_not_found' })
})

test('two looks at once find the same, and a second one finds nothing new', async () => {
  const w = await world()
  for (let i = 0; i < 3; i++) await fine(w)
  const { id } = await feedOf(w, 'google')
  await Promise.all([checkFeed(w.ctx, w.shopId, id), checkFeed(w.ctx, w.shopId, id)])
  const rows = await w.ctx.db.selectFrom('feed_items').selectAll().where('feed_id', '=', id).execute()
  expect(rows.map(({ state }) => state)).toEqual(['told', 'told', 'told'])
  w.clock.advance(1_000)
  await checkFeed(w.ctx, w.shopId, id)
  const after = await w.ctx.db.selectFrom('feed_items').select('changed_at').where('feed_id', '=', id).execute() // prettier-ignore
  expect(after.every((row) => row.changed_at < w.clock.now())).toBe(true)
})

test('what a store elsewhere sells is in stock while that store is open, with no delivery of ours, and told anew when that changes', async () => {
  const w = await world()
  const tee = await fine(w, { stock: 0 })
  const { code } = await feedOf(w, 'google')
  const told = async () => {
    const opened = await openFeed(w.ctx, w.shopId, { code, format: 'xml' })
    if (!opened.ok) throw new Error(opened.refusal)
    const [item] = itemsOf(await textOf(w, code, 'xml'))
    return { etag: opened.value.etag, item: [item!['g:availability'], item!['g:shipping'] !== undefined] }
  }
  const before = await told()
  const store = await w.given.store({ goods: [tee] })
  const open = await told()
  await setStoreDisabled(w.ctx, await w.given.owner(), { storeId: store.id, disabled: true })
  const closed = await told()
  expect([before, open, closed].map(({ item }) => item)).toEqual([
    ['out_of_stock', true],
    ['in_stock', false],
    ['out_of_stock', false]
  ])
  expect(new Set([before, open, closed].map(({ etag }) => etag)).size).toBe(3)
})
