import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { saveProduct, type ProductInput } from './index.ts'

const tee = (patch: Partial<ProductInput> = {}): ProductInput => ({
  handle: 'quay-tee',
  title: 'Quay tee',
  description: '<p onclick="x()">Heavy <script>alert(1)</script>cotton</p>',
  state: 'active',
  tags: ['summer', 'cotton'],
  options: [{ name: 'Size', values: ['S', 'M'] }],
  variants: [
    { sku: 'QUAY-S', optionValues: ['S'], price: 3400 },
    { sku: 'QUAY-M', optionValues: ['M'], price: 3400, compareAt: 4000 }
  ],
  ...patch
})

async function variantsOf(ctx: Awaited<ReturnType<typeof world>>['ctx'], shopId: number) {
  return ctx.db
    .selectFrom('variants')
    .select(['id', 'sku', 'price', 'option_values', 'archived_at'])
    .where('shop_id', '=', shopId)
    .orderBy('position')
    .execute()
}

test('a product is saved whole, its words cleaned and its prices in the ledger', async () => {
  const { ctx, given, shopId, ledger } = await world()
  const saved = await saveProduct(ctx, await given.owner(), tee())
  expect(saved).toMatchObject({ ok: true, value: { change: 'created' } })
  const row = await ctx.db
    .selectFrom('products')
    .selectAll()
    .where('shop_id', '=', shopId)
    .executeTakeFirstOrThrow()
  expect(row.description).toBe('<p>Heavy cotton</p>')
  expect((await variantsOf(ctx, shopId)).map((v) => v.sku)).toEqual(['QUAY-S', 'QUAY-M'])
  expect((await ledger()).map((entry) => [entry.kind, entry.amount])).toEqual([
    ['price', 3400],
    ['price', 3400]
  ])
})

test('saving the same again changes nothing', async () => {
  const { ctx, given, ledger } = await world()
  const owner = await given.owner()
  const first = await saveProduct(ctx, owner, tee())
  if (!first.ok) throw new Error(first.refusal)
  const again = await saveProduct(ctx, owner, tee({ id: first.value.id, version: 1 }))
  expect(again).toMatchObject({ ok: true, value: { change: 'unchanged' } })
  expect(await ledger()).toHaveLength(2)
})

test('two variants may swap their SKUs, one may leave, and its SKU is free again', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const first = await saveProduct(ctx, owner, tee())
  if (!first.ok) throw new Error(first.refusal)
  const [s, m] = await variantsOf(ctx, shopId)
  const id = first.value.id
  const swapped = await saveProduct(ctx, owner, {
    ...tee({ id, version: 1 }),
    variants: [
      { id: s!.id, sku: 'QUAY-M', optionValues: ['S'], price: 3400 },
      { id: m!.id, sku: 'QUAY-S', optionValues: ['M'], price: 3400, compareAt: 4000 }
    ]
  })
  expect(swapped.ok).toBe(true)
  const fewer = await saveProduct(ctx, owner, {
    ...tee({ id, version: 2, options: [{ name: 'Size', values: ['M'] }] }),
    variants: [{ id: m!.id, sku: 'QUAY-M', optionValues: ['M'], price: 2900 }]
  })
  expect(fewer.ok).toBe(true)
  const rows = await variantsOf(ctx, shopId)
  expect(rows.filter((row) => !row.archived_at).map((row) => [row.id, row.sku])).toEqual([[m!.id, 'QUAY-M']])
})

test('an older version, a taken handle, a taken SKU and a foreign variant are refused, and nothing changes', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const first = await saveProduct(ctx, owner, tee())
  if (!first.ok) throw new Error(first.refusal)
  const other = await world()
  const foreign = await saveProduct(other.ctx, await other.given.owner(), tee())
  if (!foreign.ok) throw new Error(foreign.refusal)
  const [theirs] = await variantsOf(other.ctx, other.shopId)
  const refusals = await Promise.all([
    saveProduct(ctx, owner, tee({ id: first.value.id, version: 7 })),
    saveProduct(ctx, owner, tee({ id: foreign.value.id, version: 1 })),
    saveProduct(ctx, owner, tee()),
    saveProduct(ctx, owner, tee({ handle: 'other' })),
    saveProduct(ctx, owner, {
      ...tee({ id: first.value.id, version: 1, options: [] }),
      variants: [{ id: theirs!.id, sku: 'X', optionValues: [], price: 1 }]
    })
  ])
  expect(refusals.map((r) => !r.ok && r.refusal)).toEqual([
    'product_stale',
    'product_not_found',
    'address_taken',
    'sku_taken',
    'variant_not_found'
  ])
  expect(await variantsOf(ctx, shopId)).toHaveLength(2)
})

test('nonsense is refused by name: a negative price, a choice that fits no option, one SKU twice', async () => {
  const { ctx, given } = await world()
  const owner = await given.owner()
  const tries: [Partial<ProductInput>, string][] = [
    [{ variants: [{ sku: 'A', optionValues: ['S'], price: -1 }] }, 'variants.0.price'],
    [{ variants: [{ sku: 'A', optionValues: ['XXL'], price: 1 }] }, 'choice_mismatch'],
    [
      {
        variants: [
          { sku: 'A', optionValues: ['S'], price: 1 },
          { sku: 'A', optionValues: ['M'], price: 1 }
        ]
      },
      'sku_twice'
    ],
    [{ handle: '../etc' }, 'handle'],
    [{ title: '' }, 'title']
  ]
  for (const [patch, field] of tries) {
    expect(await saveProduct(ctx, owner, tee(patch))).toEqual({
      ok: false,
      refusal: 'invalid',
      detail: { field }
    })
  }
})

test('stock set in the form is journalled, and never below what is promised', async () => {
  const { ctx, given, shopId, ledger } = await world()
  const owner = await given.owner()
  const location = await ctx.db
    .selectFrom('locations')
    .select('id')
    .where('shop_id', '=', shopId)
    .executeTakeFirstOrThrow()
  const input = tee({
    options: [],
    variants: [{ sku: 'QUAY', optionValues: [], price: 3400, stock: { [location.id]: 5 } }]
  })
  const saved = await saveProduct(ctx, owner, input)
  if (!saved.ok) throw new Error(saved.refusal)
  expect((await ledger()).filter((entry) => entry.kind === 'stock').map((entry) => entry.quantity)).toEqual([
    5
  ])
  await ctx.db.updateTable('stock').set({ reserved: 3 }).where('shop_id', '=', shopId).execute()
  const fewer = { ...input.variants[0]!, stock: { [location.id]: 2 } }
  const refusal = await saveProduct(ctx, owner, {
    ...input,
    id: saved.value.id,
    version: 1,
    variants: [fewer]
  })
  expect(refusal).toEqual({ ok: false, refusal: 'stock_promised', detail: { promised: 3, sku: 'QUAY' } })
})
