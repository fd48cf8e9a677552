import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import {
  changeReading,
  confirmImport,
  findImport,
  previewImport,
  runImport,
  type ReadingInput
} from './index.ts'
import { lookAt, upload } from './testing.ts'

type Case = [
  kind: NonNullable<ReadingInput['kind']>,
  head: string,
  row: (n: number) => string,
  mapping: Record<string, number>,
  table: 'contacts' | 'coupons' | 'past_orders',
  columns: object
]

/** Files whose headings nobody knows. */
const CASES: Case[] = [
  [
    ...([
      'customers',
      'Sähköposti,Nimi,Postinumero\n',
      (n: number) => `p${n}@example.org,Ana ${n},00100\n`
    ] as const),
    { email: 0, name: 1, postcode: 2 },
    ...(['contacts', { email: 'p1@example.org', name: 'Ana 1', address: { postcode: '00100' } }] as const)
  ],
  [
    ...(['orders', 'Tilaus,Päivä,Summa,Tuote\n', (n: number) => `${n},2025-03-01,12.50,Muki\n`] as const),
    { number: 0, placedAt: 1, total: 2, title: 3 },
    ...(['past_orders', { number: '1', total: 1250 }] as const)
  ],
  [
    ...(['coupons', 'Koodi,Laji,Paljonko\n', (n: number) => `SUMMER${n},percent,10\n`] as const),
    { code: 0, kind: 1, value: 2 },
    ...(['coupons', { code: 'SUMMER1', kind: 'percent', value: 10 }] as const)
  ]
]

test.each(CASES)(
  '%s under headings of the owner’s own are mapped once, and known from then on',
  async (kind, head, row, mapping, table, columns) => {
    const { ctx, given, shopId } = await world()
    const owner = await given.owner()
    const id = await lookAt(ctx, owner, head + row(1))
    expect(await previewImport(ctx, shopId, id)).toMatchObject({ kind: 'products', format: null })
    expect(await changeReading(ctx, owner, id, { kind })).toMatchObject({ ok: true })
    expect(await previewImport(ctx, shopId, id)).toMatchObject({
      kind,
      lines: [],
      problem: { code: 'missing_column' }
    })
    expect(await changeReading(ctx, owner, id, { kind, mapping })).toMatchObject({ ok: true })
    const preview = await previewImport(ctx, shopId, id)
    expect(preview).toMatchObject({ kind, mapping, problem: null, lines: [{ change: 'created' }] })
    expect(await confirmImport(ctx, owner, id)).toMatchObject({ ok: true })
    await runImport(ctx, shopId, id)
    const next = await upload(ctx, owner, head.toUpperCase() + row(1) + row(2))
    await runImport(ctx, shopId, next)
    expect(await findImport(ctx, shopId, next)).toMatchObject({
      kind,
      state: 'done',
      created: 1,
      unchanged: 1
    })
    const rows = await ctx.db.selectFrom(table).selectAll().where('shop_id', '=', shopId).execute()
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual(expect.objectContaining(columns.constructor === Object && 'address' in columns ? { ...columns, address: expect.objectContaining(columns.address as object) } : columns)) // prettier-ignore
  }
)

test('a meaning of another kind is none, and what was read as known headings again is forgotten', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const known = 'Name,Email,Note\nAna,ana@example.org,Vip\n'
  const id = await lookAt(ctx, owner, known)
  expect(await changeReading(ctx, owner, id, { kind: 'customers', mapping: { price: 0 } })).toMatchObject({
    refusal: 'invalid'
  })
  expect(
    await changeReading(ctx, owner, id, { kind: 'customers', mapping: { email: 1, name: 2 } })
  ).toMatchObject({ ok: true })
  await confirmImport(ctx, owner, id)
  const again = await lookAt(ctx, owner, known)
  expect(await previewImport(ctx, shopId, again)).toMatchObject({
    kind: 'customers',
    mapping: { name: 2 },
    lines: [{ about: 'Vip' }]
  })
  await changeReading(ctx, owner, again, { kind: 'customers' })
  await confirmImport(ctx, owner, again)
  const last = await lookAt(ctx, owner, known)
  expect(await previewImport(ctx, shopId, last)).toMatchObject({ mapping: null })
})
