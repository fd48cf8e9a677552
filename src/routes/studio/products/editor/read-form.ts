import {
  blankVariant,
  type OptionForm,
  type PictureForm,
  type ProductForm,
  type VariantForm
} from './form.ts'

const MOST = 2_000

/** What a browser sent of the editor, with script or without. Nothing is judged here. */
export function readForm(data: FormData): ProductForm {
  const text = (name: string) => String(data.get(name) ?? '')
  const groups = group(data)
  return {
    id: text('id'),
    version: text('version'),
    title: text('title'),
    handle: text('handle'),
    description: text('description').replaceAll('\r\n', '\n'),
    state: data.has('sell') ? 'active' : text('state'),
    vendor: text('vendor'),
    productType: text('productType'),
    tags: text('tags'),
    taxClass: text('taxClass'),
    seoTitle: text('seoTitle'),
    seoDescription: text('seoDescription'),
    collections: data.getAll('collection').map(String),
    options: groups('option')
      .map(readOption)
      .filter(({ name, values }) => name || values),
    variants: groups('variant').map(readVariant),
    pictures: groups('picture').map(readPicture)
  }
}

type Fields = Map<string, string>

/** Fields called `variant.3.price` as one map for each number, in the order of the numbers. */
function group(data: FormData): (prefix: string) => Fields[] {
  const all = new Map<string, Map<number, Fields>>()
  for (const [name, value] of data) {
    const [, prefix = '', n = '', field = ''] = /^([a-z]+)\.(\d{1,4})\.(.{1,80})$/.exec(name) ?? []
    if (!prefix || typeof value !== 'string' || Number(n) >= MOST) continue
    const rows = all.get(prefix) ?? new Map<number, Fields>()
    all.set(prefix, rows)
    rows.set(Number(n), (rows.get(Number(n)) ?? new Map<string, string>()).set(field, value))
  }
  return (prefix) => [...(all.get(prefix) ?? [])].sort(([a], [b]) => a - b).map(([, fields]) => fields)
}

const readOption = (fields: Fields): OptionForm => ({
  name: fields.get('name') ?? '',
  values: fields.get('values') ?? ''
})

function readVariant(fields: Fields): VariantForm {
  const text = (name: string) => fields.get(name) ?? ''
  const under = (prefix: string) => [...fields].flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [])) // prettier-ignore
  return {
    ...blankVariant(under('value.').map(([, value]) => value)),
    id: text('id'),
    sku: text('sku'),
    barcode: text('barcode'),
    price: text('price'),
    compareAt: text('compareAt'),
    cost: text('cost'),
    grams: text('grams'),
    tracked: fields.has('tracked'),
    continueSelling: fields.has('continueSelling'),
    requiresShipping: fields.has('requiresShipping'),
    stock: Object.fromEntries(under('stock.')),
    was: Object.fromEntries(under('was.')),
    promised: text('promised')
  }
}

function readPicture(fields: Fields): PictureForm {
  const text = (name: string) => fields.get(name) ?? ''
  return {
    id: text('id'),
    alt: text('alt'),
    x: text('x'),
    y: text('y'),
    wasX: text('wasX'),
    wasY: text('wasY')
  }
}
