import { amountParser, nameSkus, slug, type ProductInput } from '#domain/catalog/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { splitList, type ProductForm, type VariantForm } from './form.ts'
import { namedOptions } from './matrix.ts'

/** A field that cannot be read as what it stands for. */
class Unreadable extends Error {
  readonly field: string
  constructor(field: string) {
    super(field)
    this.field = field
  }
}

/** The form as input for `saveProduct`, or the name of the first field that cannot be read. */
export function formInput(form: ProductForm, currency: string): Outcome<ProductInput, 'invalid'> {
  try {
    return done(inputOf(form, currency))
  } catch (error) {
    if (error instanceof Unreadable) return refused('invalid', { field: error.field })
    throw error
  }
}

function inputOf(form: ProductForm, currency: string): ProductInput {
  const handle = form.handle.trim() || slug(form.title)
  const parse = amountParser(currency)
  const variants = form.variants.map((variant, i) => variantInput(variant, parse, `variants.${i}`))
  return {
    ...(isUuid(form.id) && { id: form.id, version: Number(form.version) }),
    handle,
    title: form.title,
    description: form.description,
    vendor: form.vendor,
    productType: form.productType,
    state: form.state as ProductInput['state'],
    taxClass: form.taxClass as ProductInput['taxClass'],
    tags: splitList(form.tags),
    collectionIds: form.collections.filter(isUuid),
    pictures: form.pictures.filter(({ id }) => isUuid(id)).map(({ id, alt }) => ({ id, alt })),
    options: namedOptions(form),
    variants: nameSkus(variants, handle),
    seoTitle: form.seoTitle,
    seoDescription: form.seoDescription
  }
}

function variantInput(
  variant: VariantForm,
  parse: ReturnType<typeof amountParser>,
  at: string
): ProductInput['variants'][number] {
  const amount = (name: 'price' | 'compareAt' | 'cost') => {
    const typed = variant[name].trim()
    if (!typed && name !== 'price') return null
    const read = parse(typed)
    if (typeof read !== 'number') throw new Unreadable(`${at}.${name}`)
    return read
  }
  return {
    ...(isUuid(variant.id) && { id: variant.id }),
    sku: variant.sku.trim(),
    barcode: variant.barcode,
    optionValues: variant.values,
    price: amount('price') ?? 0,
    compareAt: amount('compareAt'),
    cost: amount('cost'),
    grams: whole(variant.grams, `${at}.grams`) ?? 0,
    requiresShipping: variant.requiresShipping,
    tracked: variant.tracked,
    continueSelling: variant.continueSelling,
    stock: changedStock(variant, at)
  }
}

/** Only what was typed anew: pieces sold while the form was open stay sold. */
function changedStock({ stock, was }: VariantForm, at: string): Record<string, number> {
  const changed = Object.entries(stock).filter(
    ([place, typed]) => isUuid(place) && typed.trim() !== (was[place] ?? '')
  )
  return Object.fromEntries(changed.map(([place, typed]) => [place, whole(typed, `${at}.stock`) ?? 0]))
}

function whole(typed: string, field: string): number | undefined {
  const text = typed.replaceAll(/[\s\u00a0]/g, '')
  if (!text) return undefined
  if (!/^\d{1,9}$/.test(text)) throw new Unreadable(field)
  return Number(text)
}
