import type { EditableProduct, EditableVariant } from '#domain/catalog/index.ts'
import type { PictureView } from '#domain/pictures/index.ts'
import { exponentOf } from '#platform/money/index.ts'

/** A product as its form holds it: everything as typed, so that a refusal gives back exactly that. */
export type ProductForm = {
  id: string
  version: string
  title: string
  handle: string
  description: string
  state: string
  vendor: string
  productType: string
  tags: string
  taxClass: string
  seoTitle: string
  seoDescription: string
  collections: string[]
  options: OptionForm[]
  variants: VariantForm[]
  pictures: PictureForm[]
}

/** `values` with commas between them. */
export type OptionForm = { name: string; values: string }

export type VariantForm = {
  id: string
  sku: string
  barcode: string
  values: string[]
  price: string
  compareAt: string
  cost: string
  grams: string
  tracked: boolean
  continueSelling: boolean
  requiresShipping: boolean
  /** By location; `was` is what the form was opened with: only what was changed is set. */
  stock: Record<string, string>
  was: Record<string, string>
  promised: string
}

/** x and y say what matters in the picture, in per cent. */
export type PictureForm = {
  id: string
  alt: string
  x: string
  y: string
  wasX: string
  wasY: string
  view?: PictureView
}

export const splitList = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
  )
]

export const blankVariant = (values: string[] = []): VariantForm => ({
  ...{ id: '', sku: '', barcode: '', values, price: '', compareAt: '', cost: '', grams: '', promised: '0' },
  ...{ tracked: true, continueSelling: false, requiresShipping: true, stock: {}, was: {} }
})

export const blankForm = (): ProductForm => ({
  ...{
    id: '',
    version: '',
    title: '',
    handle: '',
    description: '',
    state: 'draft',
    vendor: '',
    productType: ''
  },
  ...{ tags: '', taxClass: 'standard', seoTitle: '', seoDescription: '', collections: [], options: [] },
  ...{ variants: [blankVariant()], pictures: [] }
})

export const pictureForm = (view: PictureView): PictureForm => {
  const [x, y] = [String(Math.round(view.focal.x * 100)), String(Math.round(view.focal.y * 100))]
  return { id: view.id, alt: view.alt, x, y, wasX: x, wasY: y, view }
}

/** A product as its form begins; amounts as a reader of `locale` writes them. */
export function formOf(product: EditableProduct, currency: string, locale: string): ProductForm {
  const money = (amount: number | null) => (amount === null ? '' : amountText(amount, currency, locale))
  return {
    id: product.id,
    version: String(product.version),
    title: product.title,
    handle: product.handle,
    description: plainDescription(product.description),
    state: product.state,
    vendor: product.vendor ?? '',
    productType: product.productType ?? '',
    tags: product.tags.join(', '),
    taxClass: product.taxClass,
    seoTitle: product.seoTitle ?? '',
    seoDescription: product.seoDescription ?? '',
    collections: product.collectionIds,
    options: product.options.map(({ name, values }) => ({ name, values: values.join(', ') })),
    variants: product.variants.map((variant) => variantForm(variant, money)),
    pictures: product.pictures.map(pictureForm)
  }
}

function variantForm(variant: EditableVariant, money: (amount: number | null) => string): VariantForm {
  const { id, sku, tracked, continueSelling, requiresShipping, optionValues: values } = variant
  const stock = Object.fromEntries(Object.entries(variant.stock).map(([place, n]) => [place, String(n)]))
  return {
    ...{ id, sku, tracked, continueSelling, requiresShipping, values, stock, was: { ...stock } },
    barcode: variant.barcode ?? '',
    price: money(variant.price),
    compareAt: money(variant.compareAt),
    cost: money(variant.cost),
    grams: variant.grams ? String(variant.grams) : '',
    promised: String(variant.promised)
  }
}

/** 3490 cents as 34.90, or 34,90 where people write it so. */
export function amountText(amount: number, currency: string, locale: string): string {
  const exponent = exponentOf(currency)
  const text = (amount / 10 ** exponent).toFixed(exponent)
  return locale === 'en' ? text : text.replace('.', ',')
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'"
}

/** Paragraphs alone are shown as the words they are; anything more keeps its markup. */
export function plainDescription(html: string): string {
  if (/<(?!\/?p>|br \/>)/.test(html)) return html
  const text = html
    .replaceAll('<br />', '\n')
    .replace(/<\/p>\s*/g, '\n\n')
    .replaceAll('<p>', '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim()
  return /<[a-z!/]/i.test(text) ? html : text
}
