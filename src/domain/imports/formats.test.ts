import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { findProduct, listProducts } from '#domain/catalog/index.ts'
import { expectStockToAddUp } from '#test/stock.ts'
import { world } from '#test/world.ts'
import { findImport, leftOutFile, listRemarks, runImport } from './index.ts'
import { bringIn, upload } from './testing.ts'

const WOO =
  'ID,Type,SKU,Name,Published,In stock?,Stock,Regular price,Parent,Attribute 1 name,Attribute 1 value(s)\n'
const parent = (n: number) => `${n},variable,P${n},Shirt ${n},1,1,,,,Size,"S, L"\n`
const variation = (n: number, size: string, price = '20') =>
  `${n}${size.charCodeAt(0)},variation,P${n}-${size},Shirt ${n} - ${size},1,1,5,${price},P${n},Size,${size}\n`
/** Every small size above all parents, every large one below. */
const far = (count: number) => {
  const each = Array.from({ length: count }, (_, i) => i + 1)
  return WOO + each.map((n) => variation(n, 'S')).join('') + each.map(parent).join('') + each.map((n) => variation(n, 'L')).join('') // prettier-ignore
}

test('variations far from their parents come in whole, again unchanged, and are told in the ledger once', async () => {
  const w = await world()
  const { ctx, given, shopId, ledger } = w
  const owner = await given.owner()
  expect(await bringIn(ctx, owner, far(80))).toMatchObject({
    state: 'done',
    created: 80,
    skipped: 0,
    rowsRead: 240
  })
  const product = await findProduct(ctx, shopId, 'shirt-33')
  expect(product?.options).toEqual([{ name: 'Size', values: ['S', 'L'] }])
  expect(product?.variants).toMatchObject([{ sku: 'P33-S', left: 5 }, { sku: 'P33-L', left: 5 }]) // prettier-ignore
  expect((await ledger()).filter(({ kind }) => kind === 'price')).toHaveLength(160)
  expect(await bringIn(ctx, owner, far(80))).toMatchObject({ created: 0, updated: 0, unchanged: 80 })
  await expectStockToAddUp(w)
})

test('a reading that sorts on the disk and breaks off goes on behind its last batch', async () => {
  const w = await world()
  const { ctx, given, shopId, ledger } = w
  const id = await upload(ctx, await given.owner(), far(300))
  let made = 0
  const next = () => {
    if (++made > 500) throw new Error('power cut')
    return ctx.ids.next()
  }
  const breaking = { ...ctx, ids: { ...ctx.ids, next } }
  await expect(runImport(breaking, shopId, id)).rejects.toThrow('power cut')
  const midway = await findImport(ctx, shopId, id)
  expect(midway?.state).toBe('running')
  expect(midway?.productsDone).toBeGreaterThan(0)
  expect(midway?.productsDone).toBeLessThan(300)
  await runImport(ctx, shopId, id)
  expect(await findImport(ctx, shopId, id)).toMatchObject({
    state: 'done',
    created: 300,
    updated: 0,
    unchanged: 0
  })
  expect((await ledger()).filter(({ kind }) => kind === 'price')).toHaveLength(600)
  await expectStockToAddUp(w)
})

test('what was left out comes back with all its rows, and mended it goes in', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const file =
    WOO + variation(1, 'S') + parent(2) + variation(2, 'S') + parent(1) + variation(1, 'L', 'cheap')
  const told = await bringIn(ctx, owner, file)
  expect(told).toMatchObject({ created: 1, skipped: 1 })
  const lines = await leftOutFile(ctx, shopId, told.id, 'en')
  const csv = lines ? await text(Readable.from(lines)) : ''
  expect(
    csv
      .split('\r\n')
      .map((line) => /"(P1[^"]*)"/.exec(line)?.[1])
      .filter(Boolean)
  ).toEqual(['P1-S', 'P1', 'P1-L'])
  expect(csv).toContain('"Regular price: ')
  expect(await bringIn(ctx, owner, csv.replace('"cheap"', '"25"'))).toMatchObject({
    created: 1,
    skipped: 0,
    problems: 0
  })
})

test('the SKU says which product it is: a new title makes no second one, a namesake does not take the place', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const feed = (rows: string) => `id,title,price,availability,link\n${rows}`
  await bringIn(ctx, owner, feed('A,Mug,5 EUR,in stock,\n'))
  expect(await bringIn(ctx, owner, feed('A,Big mug,6 EUR,in stock,\n'))).toMatchObject({
    created: 0,
    updated: 1
  })
  expect(await findProduct(ctx, shopId, 'mug')).toMatchObject({
    title: 'Big mug',
    variants: [{ sku: 'A', price: 600 }]
  })
  expect(await bringIn(ctx, owner, feed('B,Mug,7 EUR,in stock,\n'))).toMatchObject({ created: 1 })
  expect((await listProducts(ctx, shopId)).products.map(({ handle }) => handle).sort()).toEqual([
    'mug',
    'mug-b'
  ])
  expect(await bringIn(ctx, owner, feed('B,Mug,7 EUR,in stock,\n'))).toMatchObject({
    created: 0,
    unchanged: 1
  })
})

test('an XML feed is brought in; one that is refused writes nothing and says why', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const rss = (head: string, price = '5.00 EUR') =>
    `<?xml version="1.0"?>${head}<rss xmlns:g="http://base.google.com/ns/1.0"><channel><item><g:id>A</g:id>` +
    `<title>Mug</title><g:price>${price}</g:price></item></channel></rss>`
  expect(await bringIn(ctx, owner, rss('', '5.00 NOK'))).toMatchObject({
    state: 'done',
    created: 0,
    skipped: 1
  })
  const laughs = await bringIn(ctx, owner, rss('<!DOCTYPE a [<!ENTITY b "c">]>'))
  expect(laughs).toMatchObject({ state: 'failed', problem: 'xml_doctype', created: 0 })
  expect(await listRemarks(ctx, shopId, laughs.id)).toMatchObject([{ code: 'xml_doctype' }])
  expect(await bringIn(ctx, owner, rss(''))).toMatchObject({ state: 'done', created: 1 })
})
