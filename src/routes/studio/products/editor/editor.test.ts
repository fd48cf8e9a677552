import { expect, test } from 'vitest'
import { findEditableProduct, saveProduct } from '#domain/catalog/index.ts'
import { listLocations } from '#domain/stock/index.ts'
import { world } from '#test/world.ts'
import { arrange } from './arrange.ts'
import { formInput } from './form-input.ts'
import { blankForm, formOf, plainDescription, type ProductForm } from './form.ts'
import { makeVariants, withMissingVariants } from './matrix.ts'
import { readForm } from './read-form.ts'
import { wrongField } from './wrong-field.ts'

const tee = (patch: Partial<ProductForm> = {}): ProductForm => {
  const form = { ...blankForm(), title: 'Quay tee', options: [{ name: 'Size', values: 'S, M' }], ...patch }
  form.variants[0]!.price = '34,90'
  return { ...form, variants: makeVariants(form) }
}

test('each combination of values is a variant, and keeps what was typed when options come and go', () => {
  const form = tee()
  expect(form.variants.map(({ values, price }) => [values, price])).toEqual([
    [['S'], '34,90'],
    [['M'], '34,90']
  ])
  form.variants[1]!.sku = 'KEEP'
  const coloured = { ...form, options: [...form.options, { name: 'Colour', values: 'Red,Blue , Red' }] }
  const more = makeVariants(coloured)
  expect(more.map(({ values, sku }) => `${values.join(' ')} ${sku}`.trim())).toEqual([
    'S Red', 'S Blue', 'M Red KEEP', 'M Blue'
  ]) // prettier-ignore
  const back = makeVariants({ ...form, variants: more })
  expect(back.map(({ sku }) => sku)).toEqual(['', 'KEEP'])
})

test('a form is saved, opened again and saved unchanged', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const [place] = await listLocations(ctx, shopId)
  const form = tee({ tags: 'summer, sale', description: 'Soft.\n\nVery.' })
  form.variants[0]!.stock = { [place!.id]: '7' }
  const input = formInput(form, 'EUR')
  if (!input.ok) throw new Error(JSON.stringify(input))
  const saved = await saveProduct(ctx, owner, input.value)
  if (!saved.ok) throw new Error(saved.refusal)
  const product = (await findEditableProduct(ctx, shopId, saved.value.id))!
  expect(product.variants.map(({ sku, price, stock }) => [sku, price, stock])).toEqual([
    ['quay-tee.s', 3490, { [place!.id]: 7 }],
    ['quay-tee.m', 3490, {}]
  ])
  const opened = formOf(product, 'EUR', 'fi')
  expect(opened).toMatchObject({
    description: 'Soft.\n\nVery.',
    tags: 'sale, summer',
    variants: [{ price: '34,90' }, {}]
  })
  const again = formInput(opened, 'EUR')
  expect(again.ok && again.value.variants[0]?.stock).toEqual({})
  expect(again.ok && (await saveProduct(ctx, owner, again.value))).toMatchObject({
    value: { change: 'unchanged' }
  })
})

test('what cannot be read is refused by its field', () => {
  const wrong = (patch: object) => {
    const form = tee()
    Object.assign(form.variants[1]!, patch)
    return formInput(form, 'EUR')
  }
  expect(wrong({ price: 'cheap' })).toMatchObject({ detail: { field: 'variants.1.price' } })
  expect(wrong({ price: '' })).toMatchObject({ detail: { field: 'variants.1.price' } })
  expect(wrong({ price: '-1' })).toMatchObject({ detail: { field: 'variants.1.price' } })
  expect(wrong({ compareAt: '$5' })).toMatchObject({ detail: { field: 'variants.1.compareAt' } })
  expect(wrong({ grams: '1.5' })).toMatchObject({ detail: { field: 'variants.1.grams' } })
  expect(wrong({ stock: { '01a206b8-b0d7-7de3-b236-b6115f48f34a': '-2' } })).toMatchObject({ ok: false })
})

test('what a browser sends is read whole, and junk among it is passed over', () => {
  const data = new FormData()
  const fields: [string, string][] = [
    ['title', 'Tee'], ['option.0.name', 'Size'], ['option.0.values', 'S,M'], ['collection', 'a'], ['collection', 'b'],
    ['variant.1.sku', 'B'], ['variant.0.sku', 'A'], ['variant.0.value.0', 'S'], ['variant.0.tracked', 'on'],
    ['variant.0.stock.x', '3'], ['variant.0.was.x', '2'], ['variant.99999.sku', 'X'], ['variant.x.sku', 'X'],
    ['__proto__.0.name', 'X'], ['picture.0.id', 'p'], ['picture.0.x', '50']
  ] // prettier-ignore
  for (const [name, value] of fields) data.append(name, value)
  expect(readForm(data)).toMatchObject({
    title: 'Tee',
    collections: ['a', 'b'],
    options: [{ name: 'Size', values: 'S,M' }],
    variants: [
      { sku: 'A', values: ['S'], tracked: true, requiresShipping: false, stock: { x: '3' }, was: { x: '2' } },
      { sku: 'B' }
    ],
    pictures: [{ id: 'p', x: '50' }]
  })
})

test('the editor’s buttons work without a script', () => {
  const picture = (id: string) => ({ id, alt: '', x: '50', y: '50', wasX: '50', wasY: '50' })
  const form = { ...blankForm(), pictures: [picture('a'), picture('b'), picture('c')] }
  const ids = (what: string) =>
    arrange(form, what)
      .pictures.map(({ id }) => id)
      .join('')
  expect([ids('up:2'), ids('down:0'), ids('up:0'), ids('remove:1'), ids('nonsense')]).toEqual([
    'acb',
    'bac',
    'abc',
    'ac',
    'abc'
  ])
  expect(arrange({ ...form, options: [{ name: 'Size', values: 'S,M' }] }, 'variants').variants).toHaveLength(
    2
  )
})

test('paragraphs are shown as words, anything more as it is', () => {
  expect(plainDescription('<p>Salt &amp; pepper<br />here</p><p>There</p>')).toBe(
    'Salt & pepper\nhere\n\nThere'
  )
  const rich = '<p>See <strong>this</strong></p>'
  expect(plainDescription(rich)).toBe(rich)
  expect(plainDescription('<p>&lt;b&gt;</p>')).toBe('<p>&lt;b&gt;</p>')
})

test('whoever names choices and saves at once gets their variants, and a kept variant is never taken away', () => {
  const form = { ...blankForm(), options: [{ name: 'Size', values: 'S, M' }] }
  form.variants[0]!.price = '9'
  expect(withMissingVariants(form).variants.map(({ values, price }) => [values, price])).toEqual([
    [['S'], '9'],
    [['M'], '9']
  ])
  const kept = tee()
  kept.variants.forEach((variant, i) => (variant.id = `0190b5a0-0000-7000-8000-00000000000${i}`))
  const more = withMissingVariants({ ...kept, options: [{ name: 'Size', values: 'S, M, L' }] })
  expect(more.variants.map(({ id, values }) => [id.at(-1), values[0]])).toEqual([
    ['0', 'S'],
    ['1', 'M'],
    [undefined, 'L']
  ])
  const fewer = { ...kept, options: [{ name: 'Size', values: 'S' }] }
  expect(withMissingVariants(fewer)).toBe(fewer)
  const chosen = { ...kept, variants: [kept.variants[0]!], options: [{ name: 'Size', values: 'S' }] }
  expect(withMissingVariants(chosen)).toBe(chosen)
})

test('a refusal leads to its field, in the row it is about', () => {
  const form = tee()
  form.variants[0]!.sku = 'TEE'
  form.variants[1]!.sku = 'TEE '
  const field = (refusal: string, detail: Record<string, string | number> = {}) =>
    wrongField({ refusal, detail }, form)?.name
  expect(field('address_taken')).toBe('handle')
  expect(field('sku_taken', { sku: 'TEE' })).toBe('variants.0.sku')
  expect(field('stock_promised', { sku: 'TEE', promised: 3 })).toBe('variants.0.stock')
  expect(field('invalid', { field: 'sku_twice' })).toBe('variants.1.sku')
  expect(field('invalid', { field: 'choice_twice' })).toBe('options')
  expect(field('invalid', { field: 'variants.1.compareAt' })).toBe('variants.1.compareAt')
  expect(field('invalid', { field: 'title' })).toBe('title')
  expect(field('product_stale')).toBeUndefined()
  expect(wrongField(null, form)).toBeUndefined()
})

test('the button that saves and sells says so, whatever the form’s state was', () => {
  const data = new FormData()
  data.append('state', 'draft')
  expect(readForm(data).state).toBe('draft')
  data.append('sell', 'now')
  expect(readForm(data).state).toBe('active')
})
