import { expect, test } from 'vitest'
import { findProduct } from '#domain/catalog/index.ts'
import { world, type World } from '#test/world.ts'
import { changeReading, confirmImport, findImport, forgetFiles, previewImport, runImport } from './index.ts'
import { bringIn, file, lookAt, tee, tees, upload } from './testing.ts'

const cup = (n: number, cells: Record<string, string> = {}) => tee(n, { Handle: `cup-${n}`, ...cells })
const DAY_MS = 86_400_000
const rowsIn = ({ ctx, shopId }: World, table: 'products' | 'variants' | 'outbox') =>
  ctx.db.selectFrom(table).select('shop_id').where('shop_id', '=', shopId).execute()

test('a file is shown as it would become, and nothing of it is kept before it is asked for', async () => {
  const w = await world()
  const { ctx, given, shopId, ledger } = w
  const owner = await given.owner()
  const taken = await given.product()
  await bringIn(ctx, owner, file([cup(1), cup(2)]))
  const before = [await rowsIn(w, 'products'), await rowsIn(w, 'outbox'), await ledger()]
  const rows = [
    cup(1),
    cup(2, { 'Variant Price': '36.00' }),
    cup(3, { 'Variant Price': 'cheap' }),
    cup(4, { 'Variant SKU': taken.sku }),
    cup(5, { 'Image Src': 'https://a.example/1.jpg' }),
    ...Array.from({ length: 20 }, (_, i) => cup(i + 6))
  ]
  const id = await lookAt(ctx, owner, file(rows))
  const preview = (await previewImport(ctx, shopId, id))!
  expect(preview).toMatchObject({
    format: 'shopify',
    problem: null,
    counts: { products: 24, here: 2, refused: 1 }
  })
  expect(preview.lines.map(({ handle, change, remarks }) => [handle, change, remarks[0]?.code])).toEqual([
    ['cup-1', 'unchanged', undefined],
    ['cup-2', 'updated', undefined],
    ['cup-3', 'refused', 'bad_amount'],
    ['cup-4', 'refused', 'sku_taken'],
    ...[5, 6, 7, 8, 9, 10].map((n) => [`cup-${n}`, 'created', undefined])
  ])
  expect(preview.lines[4]).toMatchObject({
    title: 'Tee 5',
    price: { from: 3400, to: 3400 },
    stock: 5,
    variants: 1,
    pictures: 1
  })
  expect(await findImport(ctx, shopId, id)).toMatchObject({ state: 'preview', created: 0 })
  expect([await rowsIn(w, 'products'), await rowsIn(w, 'outbox'), await ledger()]).toEqual(before)

  expect(await confirmImport(ctx, owner, id)).toMatchObject({ ok: true })
  expect(await confirmImport(ctx, owner, id)).toMatchObject({ refusal: 'import_over' })
  await runImport(ctx, shopId, id)
  expect(await findImport(ctx, shopId, id)).toMatchObject({
    state: 'done',
    created: 21,
    updated: 1,
    skipped: 2
  })
  expect(await previewImport(ctx, shopId, id)).toBeUndefined()
})

test('a long file is shown by its beginning, whatever stands apart or is cut there', async () => {
  const w = await world()
  const { ctx, given, shopId } = w
  const owner = await given.owner()
  const long = 'x'.repeat(300_000)
  const items = Array.from(
    { length: 40 },
    (_, n) =>
      `<item><g:id>T${n}</g:id><title>Tee ${n}</title><g:price>5 EUR</g:price><description>${n > 11 ? long : ''}</description></item>`
  )
  const rss = `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel>${items.join('')}</channel></rss>`
  const feed = (await previewImport(ctx, shopId, await lookAt(ctx, owner, rss)))!
  expect(feed).toMatchObject({ format: 'feed', xml: true, counts: null, problem: null })
  expect(feed.lines.map(({ change }) => change)).toEqual(Array(10).fill('created'))
})

test('columns nobody knows are mapped by the owner, who need not say it twice', async () => {
  const w = await world()
  const { ctx, given, shopId } = w
  const owner = await given.owner()
  const sheet = (title: string) => `Artikel;Preis;Bestand\n${title};12,50;4\n`
  const id = await lookAt(ctx, owner, sheet('Becher'))
  expect(await previewImport(ctx, shopId, id)).toMatchObject({
    format: null,
    lines: [],
    problem: { code: 'unknown_header' },
    headings: ['Artikel', 'Preis', 'Bestand'],
    samples: [['Becher', '12,50', '4']]
  })
  const mapping = { title: 0, price: 1, quantity: 2 }
  expect(await changeReading(ctx, owner, id, { format: 'mapped', mapping })).toMatchObject({ ok: true })
  expect(await previewImport(ctx, shopId, id)).toMatchObject({
    format: 'mapped',
    lines: [{ handle: 'becher', change: 'created', price: { from: 1250 }, stock: 4 }]
  })
  await confirmImport(ctx, owner, id)
  await runImport(ctx, shopId, id)
  expect(await findProduct(ctx, shopId, 'becher')).toMatchObject({ variants: [{ price: 1250, left: 4 }] })

  const next = await lookAt(ctx, owner, sheet('Teller'))
  expect(await previewImport(ctx, shopId, next)).toMatchObject({
    format: 'mapped',
    mapping,
    lines: [{ handle: 'teller' }]
  })
  expect(await bringIn(ctx, owner, sheet('Gabel'))).toMatchObject({ created: 1 })
  const stranger = await world()
  const theirs = await lookAt(stranger.ctx, await stranger.given.owner(), sheet('Teller'))
  expect(await previewImport(ctx, stranger.shopId, theirs)).toMatchObject({ format: null, mapping: null })
  expect(await changeReading(ctx, owner, theirs, {})).toMatchObject({ refusal: 'import_over' })
  expect(await confirmImport(ctx, owner, theirs)).toMatchObject({ refusal: 'import_not_found' })
  expect(await previewImport(ctx, shopId, theirs)).toBeUndefined()
})

test('the owner may say that a file is something else than it seems', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const id = await lookAt(ctx, owner, 'id,title,price,availability,Title\nA,Mug,5 EUR,in stock,Krug\n')
  expect(await previewImport(ctx, shopId, id)).toMatchObject({ format: 'feed', lines: [{ title: 'Mug' }] })
  await changeReading(ctx, owner, id, { format: 'medusa' })
  expect(await previewImport(ctx, shopId, id)).toMatchObject({
    format: 'medusa',
    problem: { code: 'missing_column' }
  })
  expect(await changeReading(ctx, owner, id, { mapping: { nonsense: 1 } as never })).toMatchObject({
    refusal: 'invalid'
  })
  expect(await changeReading(ctx, owner, id, { mapping: { title: -1 } })).toMatchObject({
    refusal: 'invalid'
  })
})

test('whoever brings in a file that is here already is told of it', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const first = await upload(ctx, owner, tees(3))
  const second = await lookAt(ctx, owner, tees(3))
  const other = await lookAt(ctx, owner, tees(4))
  expect(await findImport(ctx, shopId, second)).toMatchObject({ sameFile: { id: first, state: 'queued' } })
  expect(await findImport(ctx, shopId, other)).toMatchObject({ sameFile: null })
})

test('a file that was only looked at is forgotten after two weeks', async () => {
  const { ctx, given, shopId, clock } = await world()
  const id = await lookAt(ctx, await given.owner(), tees(1))
  clock.advance(13 * DAY_MS)
  await forgetFiles(ctx)
  expect(await previewImport(ctx, shopId, id)).toBeDefined()
  clock.advance(2 * DAY_MS)
  await forgetFiles(ctx)
  expect(await findImport(ctx, shopId, id)).toMatchObject({ state: 'cancelled' })
  expect(await ctx.files.exists(`imports/${shopId}/${id}.csv`)).toBe(false)
})
