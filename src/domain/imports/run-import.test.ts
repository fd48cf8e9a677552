import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { findProduct, listProducts } from '#domain/catalog/index.ts'
import { expectStockToAddUp } from '#test/stock.ts'
import { world } from '#test/world.ts'
import { cancelImport, findImport, listRemarks, resumeImports, runImport, startImport } from './index.ts'
import { body, bringIn, file, longTees, tee, tees, upload } from './testing.ts'

test('a file becomes products with their prices and stock, told in the ledger once', async () => {
  const w = await world()
  const { ctx, given, shopId, ledger } = w
  const owner = await given.owner()
  const told = await bringIn(ctx, owner, tees(120))
  expect(told).toMatchObject({
    state: 'done',
    fileName: 'products.csv',
    created: 120,
    updated: 0,
    skipped: 0
  })
  expect(told).toMatchObject({ rowsRead: 120, productsDone: 120, bytesRead: told.fileBytes, problems: 0 })
  const product = await findProduct(ctx, shopId, 'tee-77')
  expect(product?.variants).toMatchObject([{ sku: 'TEE-77', price: 3400, left: 5 }])
  const entries = await ledger()
  expect(entries.filter(({ kind }) => kind === 'price')).toHaveLength(120)
  expect(entries.filter(({ kind }) => kind === 'import')).toMatchObject([
    { actor: owner.memberId, payload: { created: 120, updated: 0, skipped: 0 } }
  ])
  await expectStockToAddUp(w)
  expect(await ctx.files.exists(`imports/${shopId}/${told.id}.csv`)).toBe(false)
})

test('the same file again changes nothing; a changed price changes one product', async () => {
  const { ctx, given, ledger } = await world()
  const owner = await given.owner()
  await bringIn(ctx, owner, tees(60))
  const before = (await ledger()).length
  expect(await bringIn(ctx, owner, tees(60))).toMatchObject({ created: 0, updated: 0, unchanged: 60 })
  expect(await ledger()).toHaveLength(before + 1)
  const dearer = file([tee(1), tee(2, { 'Variant Price': '36.00' })])
  expect(await bringIn(ctx, owner, dearer)).toMatchObject({ updated: 1, unchanged: 1 })
})

test('stock that is already counted is overwritten only when the import says so', async () => {
  const w = await world()
  const { ctx, given, shopId } = w
  const owner = await given.owner()
  await bringIn(ctx, owner, tees(1))
  const more = file([tee(1, { 'Variant Inventory Qty': '9' })])
  const left = async () => (await findProduct(ctx, shopId, 'tee-1'))!.variants[0]!.left
  expect(await bringIn(ctx, owner, more)).toMatchObject({ unchanged: 1 })
  expect(await left()).toBe(5)
  expect(await bringIn(ctx, owner, more, true)).toMatchObject({ updated: 1 })
  expect(await left()).toBe(9)
  await ctx.db.updateTable('stock').set({ reserved: 4 }).where('shop_id', '=', shopId).execute()
  const fewer = await bringIn(ctx, owner, file([tee(1, { 'Variant Inventory Qty': '3' })]), true)
  expect(fewer).toMatchObject({ skipped: 1 })
  expect(await listRemarks(ctx, shopId, fewer.id)).toMatchObject([{ code: 'stock_promised', detail: '4' }])
  expect(await left()).toBe(5)
})

test('a product that cannot be saved is left out whole, with its reason, and the rest goes on', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const taken = await given.product()
  const rows = [
    tee(1),
    tee(2, { 'Variant Price': 'cheap' }),
    tee(3, { 'Variant SKU': taken.sku }),
    tee(4, { 'Variant Inventory Qty': '99999999' }),
    tee(5)
  ]
  const told = await bringIn(ctx, owner, file(rows))
  expect(told).toMatchObject({ state: 'done', created: 2, skipped: 3, problems: 3 })
  const remarks = await listRemarks(ctx, shopId, told.id)
  expect(remarks.map(({ row, handle, code, field }) => [row, handle, code, field])).toEqual([
    [3, 'tee-2', 'bad_amount', 'Variant Price'],
    [4, 'tee-3', 'sku_taken', null],
    [5, 'tee-4', 'invalid', expect.stringContaining('variants.0.stock')]
  ])
  const { products } = await listProducts(ctx, shopId)
  expect(products.map((card) => card.handle)).toEqual(['tee-5', 'tee-1', taken.handle])
})

test('what the file leaves empty stays: words, tags, SKUs the shop has changed', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const full = tee(1, {
    'Body (HTML)': '<p>Soft</p>',
    Tags: 'summer, sale',
    Vendor: 'Quay',
    'Variant SKU': ''
  })
  await bringIn(ctx, owner, file([full]))
  const first = await findProduct(ctx, shopId, 'tee-1')
  expect(first?.variants[0]?.sku).toBe('tee-1')
  await ctx.db.updateTable('variants').set({ sku: 'MINE' }).where('shop_id', '=', shopId).execute()
  const bare = tee(1, { 'Variant SKU': '', 'Variant Price': '30.00', 'Variant Inventory Tracker': '' })
  expect(await bringIn(ctx, owner, file([bare]))).toMatchObject({ updated: 1 })
  expect(await findProduct(ctx, shopId, 'tee-1')).toMatchObject({
    description: '<p>Soft</p>',
    vendor: 'Quay',
    tags: ['sale', 'summer'],
    variants: [{ sku: 'MINE', price: 3000 }]
  })
})

test('rows of one product that stand apart make one product of all its variants', async () => {
  const { ctx, given, shopId } = await world()
  const sized = (value: string) =>
    tee(1, { 'Option1 Name': 'Size', 'Option1 Value': value, 'Variant SKU': `T-${value}` })
  const told = await bringIn(ctx, await given.owner(), file([sized('S'), tee(2), sized('M')]))
  expect(told).toMatchObject({ state: 'done', created: 2, updated: 1, skipped: 0 })
  const product = await findProduct(ctx, shopId, 'tee-1')
  expect(product?.options).toEqual([{ name: 'Size', values: ['S', 'M'] }])
  expect(product?.variants.map(({ sku }) => sku)).toEqual(['T-S', 'T-M'])
})

test('an import that broke off goes on behind its last batch and doubles nothing', async () => {
  const w = await world()
  const { ctx, given, shopId, ledger } = w
  const owner = await given.owner()
  const id = await upload(ctx, owner, longTees(300))
  const breaking = {
    ...ctx,
    files: { ...ctx.files, open: async (key: string) => brokenAfter((await ctx.files.open(key))!, 600_000) }
  }
  await expect(runImport(breaking, shopId, id)).rejects.toThrow('power cut')
  const midway = await findImport(ctx, shopId, id)
  expect(midway).toMatchObject({ state: 'running' })
  expect(midway!.productsDone).toBeGreaterThan(0)
  expect(midway!.productsDone).toBeLessThan(300)
  await runImport(ctx, shopId, id)
  expect(await findImport(ctx, shopId, id)).toMatchObject({
    state: 'done',
    created: 300,
    unchanged: 0,
    updated: 0
  })
  expect((await ledger()).filter(({ kind }) => kind === 'price')).toHaveLength(300)
  await expectStockToAddUp(w)
})

function brokenAfter({ stream, size }: { stream: Readable; size: number }, bytes: number) {
  async function* some() {
    let read = 0
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if ((read += chunk.length) > bytes) throw new Error('power cut')
      yield chunk
    }
  }
  return { stream: Readable.from(some()), size }
}

test('two runs of one import, and two imports of one file at once, double nothing and block nobody', async () => {
  const w = await world()
  const { ctx, given, shopId, ledger } = w
  const owner = await given.owner()
  const [one, other] = [await upload(ctx, owner, tees(400)), await upload(ctx, owner, tees(400))]
  await Promise.all([one, one, other, other].map((id) => runImport(ctx, shopId, id)))
  const [a, b] = [await findImport(ctx, shopId, one), await findImport(ctx, shopId, other)]
  expect([a!.state, b!.state]).toEqual(['done', 'done'])
  expect(a!.created + b!.created).toBe(400)
  expect(a!.unchanged + b!.unchanged).toBe(400)
  const entries = await ledger()
  expect(entries.filter(({ kind }) => kind === 'price')).toHaveLength(400)
  expect(entries.filter(({ kind }) => kind === 'import')).toHaveLength(2)
  await expectStockToAddUp(w)
})

test('a cancelled import stops and keeps what it has; a silent one is handed on', async () => {
  const { ctx, given, shopId, clock } = await world()
  const owner = await given.owner()
  const id = await upload(ctx, owner, tees(5))
  const jobs = () => ctx.db.selectFrom('outbox').select('topic').where('shop_id', '=', shopId).execute()
  expect(await jobs()).toHaveLength(1)
  await resumeImports(ctx)
  expect(await jobs()).toHaveLength(1)
  clock.advance(31_000)
  await resumeImports(ctx)
  expect(await jobs()).toHaveLength(2)
  expect(await cancelImport(ctx, owner, id)).toMatchObject({ ok: true })
  expect(await cancelImport(ctx, owner, id)).toMatchObject({ refusal: 'import_over' })
  await runImport(ctx, shopId, id)
  expect(await findImport(ctx, shopId, id)).toMatchObject({ state: 'cancelled', created: 0 })
  const stranger = await (await world()).given.owner()
  expect(await cancelImport(ctx, stranger, id)).toMatchObject({ refusal: 'import_not_found' })
  expect(await findImport(ctx, stranger.shopId, id)).toBeUndefined()
})

test('a file that is no product file fails with one reason and writes nothing', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const files: [string | Uint8Array, string][] = [
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'binary_file'],
    [Buffer.from('PK\u0003\u0004rest'), 'spreadsheet_file'],
    ['<!doctype html><title>Sign in</title>', 'html_file'],
    ['colour,shape\nred,round\n', 'unknown_header'],
    [file([]), 'no_rows']
  ]
  for (const [bytes, problem] of files) {
    expect(await bringIn(ctx, owner, bytes)).toMatchObject({ state: 'failed', problem, created: 0 })
  }
  expect(await startImport(ctx, owner, { name: 'x', body: body('') })).toMatchObject({
    refusal: 'file_empty'
  })
  expect((await listProducts(ctx, shopId)).products).toEqual([])
})

test('semicolons, a byte order mark, Latin-1 and quoted newlines come in as they were meant', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const semicolons = '\ufeffHandle;Title;Variant Price\nlakka;"Lakka,\nkypsä";"12,50"\n'
  expect(await bringIn(ctx, owner, semicolons)).toMatchObject({ state: 'done', created: 1, problem: null })
  expect((await findProduct(ctx, shopId, 'lakka'))?.variants[0]?.price).toBe(1250)
  const latin1 = Buffer.from('Handle,Title,Variant Price\nsmor,Smør på brød,9.00\n', 'latin1')
  expect(await bringIn(ctx, owner, latin1)).toMatchObject({ state: 'done', created: 1 })
  expect((await findProduct(ctx, shopId, 'smor'))?.title).toBe('Smør på brød')
})

test('script in every field is text, and a path for a name is only a name', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const script = '<script>alert(1)</script>'
  const row = tee(1, {
    Title: script,
    Vendor: script,
    Tags: script,
    'Body (HTML)': `<b onclick="x()">Hi</b>${script}`
  })
  const started = await startImport(ctx, owner, { name: '../../etc/passwd\u0000\n', body: body(file([row])) })
  if (!started.ok) throw new Error(started.refusal)
  await runImport(ctx, shopId, started.value.id)
  expect(await findImport(ctx, shopId, started.value.id)).toMatchObject({ fileName: 'passwd', created: 1 })
  expect(await findProduct(ctx, shopId, 'tee-1')).toMatchObject({ title: script, description: '<b>Hi</b>' })
})
