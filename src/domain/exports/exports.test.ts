import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { can, type Actor } from '#domain/accounts/index.ts'
import { saveProduct, type ProductInput } from '#domain/catalog/index.ts'
import { bringIn } from '#domain/imports/testing.ts'
import { getShop } from '#domain/shops/index.ts'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import {
  attributes,
  fromShopify,
  handedOver,
  hear,
  shopifyOrder,
  SHOPIFY_GOODS
} from '../store-orders/testing.ts'
import { beginExport, listExports, type ExportInput } from './index.ts'

const HOUR = 3_600_000

async function take(w: World, actor: Actor, input: ExportInput): Promise<string> {
  const shop = await getShop(w.ctx, w.shopId)
  return text(Readable.from((await must(beginExport(w.ctx, actor, shop, input))).pieces))
}

const csv = (file: string) => parse(file, { bom: true, columns: true }) as Record<string, string>[]
const ndjson = (file: string) =>
  file
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)

// What people and their spreadsheets really write, formulas and apostrophes among it; already as the catalogue keeps it.
const words = fc
  .string({ unit: fc.constantFrom(...'aB9 äø,;"\'=+-@#/', '漢'), minLength: 1, maxLength: 12 })
  .map((word) => word.trim().replace(/\s+/g, ' '))
  .filter((word) => word !== '' && word !== 'Default Title')
const minor = fc.integer({ min: 1, max: 500_000 })

const product = fc
  .record({
    title: words,
    vendor: fc.option(words),
    productType: fc.option(words),
    description: fc.constantFrom('', '<p>Soft, “warm”</p>', '<ul><li>a, b</li><li>=1+1</li></ul>'),
    tags: fc.uniqueArray(fc.constantFrom('summer', 'harbour', '=odd', "it's", 'ääni'), { maxLength: 4 }),
    state: fc.constantFrom('draft' as const, 'active' as const, 'archived' as const),
    taxClass: fc.constantFrom('standard' as const, 'zero' as const),
    seoTitle: fc.option(words),
    seoDescription: fc.option(words),
    optionName: fc.option(words),
    variants: fc.uniqueArray(
      fc.record({
        value: words,
        barcode: fc.option(fc.constantFrom('0012345678905', "'42", '=7', '-1')),
        price: minor,
        more: fc.option(minor),
        cost: fc.option(minor),
        grams: fc.nat(5_000),
        onHand: fc.option(fc.nat(90)),
        continueSelling: fc.boolean(),
        requiresShipping: fc.boolean()
      }),
      { minLength: 1, maxLength: 4, selector: ({ value }) => value }
    )
  })
  .map((p) => ({ ...p, variants: p.optionName ? p.variants : p.variants.slice(0, 1) }))

type Drawn = typeof product extends fc.Arbitrary<infer P> ? P : never

const inputOf = (p: Drawn, n: number, locationId: string): ProductInput => ({
  handle: `thing-${n}`,
  ...{
    title: p.title,
    vendor: p.vendor,
    productType: p.productType,
    description: p.description,
    tags: p.tags
  },
  ...{ state: p.state, taxClass: p.taxClass, seoTitle: p.seoTitle, seoDescription: p.seoDescription },
  options: p.optionName ? [{ name: p.optionName, values: p.variants.map((v) => v.value) }] : [],
  variants: p.variants.map((v, i) => ({
    sku: i % 2 ? `'=S${n}-${i}` : `S${n}-${i}`,
    ...{
      barcode: v.barcode,
      price: v.price,
      compareAt: v.more && v.price + v.more,
      cost: v.cost,
      grams: v.grams
    },
    ...{
      continueSelling: v.continueSelling,
      requiresShipping: v.requiresShipping,
      tracked: v.onHand !== null
    },
    optionValues: p.optionName ? [v.value] : [],
    stock: v.onHand === null ? undefined : { [locationId]: v.onHand }
  }))
})

test('products that leave as CSV come back into another shop by its own import, and are the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(product, { minLength: 1, maxLength: 6 }), async (drawn) => {
      const [here, there] = [await world(), await world()]
      const [seller, buyer] = [await here.given.owner(), await there.given.owner()]
      const locationId = await defaultPlace(here)
      for (const [n, one] of drawn.entries())
        await must(saveProduct(here.ctx, seller, inputOf(one, n, locationId)))
      const file = await take(here, seller, { what: 'products', format: 'csv' })
      const brought = await bringIn(there.ctx, buyer, file)
      expect(brought).toMatchObject({ state: 'done', created: drawn.length })
      expect(await shelfOf(there)).toEqual(await shelfOf(here))
      expect(
        csv(file)
          .flatMap((row) => Object.values(row))
          .filter((cell) => /^[=+\-@\t\r]/.test(cell))
      ).toEqual([])
    }),
    { numRuns: 8 }
  )
})

async function defaultPlace({ ctx, shopId }: World): Promise<string> {
  const place = ctx.db
    .selectFrom('locations')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('is_default', '=', true)
  return (await place.executeTakeFirstOrThrow()).id
}

/** What a product is, without the ids and times that each shop gives anew. */
async function shelfOf(w: World): Promise<unknown[]> {
  const records = ndjson(await take(w, await w.given.owner(), { what: 'products', format: 'ndjson' }))
  return records
    .sort((a, b) => (String(a.handle) < String(b.handle) ? -1 : 1))
    .map(({ id: _id, createdAt: _c, updatedAt: _u, variants, ...rest }) => ({
      ...rest,
      variants: (variants as Record<string, unknown>[]).map(({ id: _, ...variant }) => variant)
    }))
}

test('orders are a line for each line, their sums once; customers are members and everyone else who bought', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const member = await w.given.member({ name: '=HYPERLINK("http://evil")', email: 'mia@example.org' })
  const [tee, mug] = [await w.given.product({ price: 3400 }), await w.given.product({ price: 1900 })]
  await w.given.order([{ variantId: tee.variantId, quantity: 2 }, { variantId: mug.variantId }])
  await w.given.order([{ variantId: mug.variantId }], { actor: member })
  const lines = csv(await take(w, owner, { what: 'orders', format: 'csv' }))
  expect(
    lines.map((line) => [line.number, line.line_title, line.line_quantity, line.line_unit_price])
  ).toEqual([
    ['1001', tee.title, '2', '34.00'],
    ['1001', mug.title, '1', '19.00'],
    ['1002', mug.title, '1', '19.00']
  ])
  const { total } = await w.ctx.db.selectFrom('orders').select(({ fn }) => fn.sum<number>('total').as('total')).where('shop_id', '=', w.shopId).executeTakeFirstOrThrow() // prettier-ignore
  expect(lines.reduce((sum, line) => sum + Math.round(Number(line.total) * 100), 0)).toBe(total)
  const records = ndjson(await take(w, owner, { what: 'orders', format: 'ndjson' }))
  expect(records.map((record) => (record.lines as unknown[]).length)).toEqual([2, 1])
  const people = csv(await take(w, owner, { what: 'customers', format: 'csv' }))
  expect(people.find(({ email }) => email === 'mia@example.org')).toMatchObject({
    orders: '1',
    name: `'=HYPERLINK("http://evil")`
  })
  expect(people.find(({ email }) => email === 'linh@example.org')).toMatchObject({ orders: '1', role: '' })
})

test('interactions leave whole and in order, more than one batch of them, with nothing personal; days narrow them', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product()
  await w.given.order([{ variantId: tee.variantId }])
  await w.given.post({ title: 'Quay', words: '=cmd' })
  const seqs = Array.from({ length: 1_200 }, (_, i) => 10_000 + i)
  await w.ctx.db
    .insertInto('ledger')
    .values(
      seqs.map((seq) => ({
        shop_id: w.shopId,
        seq,
        kind: 'view',
        subject_kind: 'post',
        occurred_at: w.clock.now(),
        recorded_at: w.clock.now()
      }))
    )
    .execute()
  const all = ndjson(await take(w, owner, { what: 'interactions', format: 'ndjson' }))
  const ledger = await w.ledger()
  expect(all.map(({ seq }) => seq)).toEqual(ledger.map(({ seq }) => seq))
  expect(JSON.stringify(all)).not.toMatch(/example\.org|Linh|Olga/)
  expect(csv(await take(w, owner, { what: 'interactions', format: 'csv' }))).toHaveLength(ledger.length)
  expect(csv(await take(w, owner, { what: 'posts', format: 'csv' }))).toMatchObject([
    { title: 'Quay', words: "'=cmd" }
  ])
  // Ten in the morning by UTC is the fourteenth in Helsinki, until midnight there.
  const on = async (from: string, to: string) =>
    ndjson(await take(w, owner, { what: 'interactions', format: 'ndjson', from, to })).length
  expect([await on('2026-07-14', '2026-07-14'), await on('2026-07-13', '2026-07-13')]).toEqual([
    ledger.length,
    0
  ])
  w.clock.advance(11.5 * HOUR)
  await w.given.order([{ variantId: tee.variantId }])
  expect(await on('2026-07-15', '2026-07-15')).toBeGreaterThan(0)
})

test('orders of stores elsewhere leave with their lines, sums once, and nobody’s name; another shop’s stay', async () => {
  const w = await world()
  const { store, code } = await handedOver(w)
  const paid = (id: number, more = {}) =>
    shopifyOrder({ id, name: `#${id}`, financial_status: 'paid', ...more })
  await hear(w, store.id, fromShopify('orders/paid', paid(1, attributes(code))))
  await hear(w, store.id, fromShopify('orders/paid', paid(2, { line_items: [] })))
  const owner = await w.given.owner()
  const file = await take(w, owner, { what: 'store_orders', format: 'csv' })
  expect(file).not.toMatch(/veera|virtanen|mannerheim/i)
  expect(csv(file).map((row) => [row.number, row.from_here, row.total, row.net, row.line_sku])).toEqual([
    ['#1', 'yes', '49.90', '35.86', 'TEE'],
    ['#1', 'yes', '', '', 'MUG'],
    ['#2', 'no', '49.90', '', '']
  ])
  const [first] = ndjson(await take(w, owner, { what: 'store_orders', format: 'ndjson' }))
  expect(first).toMatchObject({ store: { id: store.id }, net: SHOPIFY_GOODS, lines: [{ quantity: 2 }, {}] })
  const other = await world()
  const theirs = await take(other, await other.given.owner(), { what: 'store_orders', format: 'ndjson' })
  expect(theirs).toBe('')
})

test('another shop’s rows never leave, orders and customers only with the owner, and each download is noted', async () => {
  const [w, other] = [await world(), await world()]
  const owner = await w.given.owner()
  await other.given.order([{ variantId: (await other.given.product()).variantId }])
  await other.given.post()
  for (const what of ['products', 'orders', 'posts', 'interactions'] as const)
    expect(await take(w, owner, { what, format: 'ndjson' })).toBe('')
  const marketer = await w.given.member({ role: 'marketer' })
  const shop = await getShop(w.ctx, w.shopId)
  for (const what of ['orders', 'customers'] as const)
    expect(await beginExport(w.ctx, marketer, shop, { what, format: 'csv' })).toMatchObject({
      refusal: 'forbidden'
    })
  expect(can(marketer, 'shop.export')).toBe(false)
  const noted = await listExports(w.ctx, w.shopId)
  expect(noted.map(({ what, who }) => [what, who])).toEqual([
    ...['interactions', 'posts', 'orders', 'products'].map((what) => [what, 'Olga Owner'])
  ])
  expect(await listExports(other.ctx, other.shopId)).toEqual([])
})

test('a reader who stops leaves nothing open: each batch is a statement of its own', async () => {
  const w = await world()
  const owner = await w.given.owner()
  await w.ctx.db
    .insertInto('ledger')
    .values(
      Array.from({ length: 1_100 }, (_, i) => ({
        shop_id: w.shopId,
        seq: 20_000 + i,
        kind: 'view',
        subject_kind: 'post',
        occurred_at: w.clock.now(),
        recorded_at: w.clock.now()
      }))
    )
    .execute()
  const shop = await getShop(w.ctx, w.shopId)
  const { pieces } = await must(beginExport(w.ctx, owner, shop, { what: 'interactions', format: 'ndjson' }))
  const first = await pieces.next()
  expect((first.value as string).trim().split('\n')).toHaveLength(500)
  const { rows } = await sqlOpen(w)
  expect(rows).toEqual([{ open: 0 }])
  await pieces.return(undefined)
})

const sqlOpen = ({ ctx }: World) =>
  sql<{ open: number }>`select count(*)::int as open from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`.execute(ctx.db)
