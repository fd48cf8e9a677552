import type { Existing, ProductDraft, ProductInput } from '#domain/catalog/index.ts'
import { nameSkus } from '#domain/catalog/index.ts'

type VariantInput = ProductInput['variants'][number]
type Option = { name: string; values: string[] }
type Row = Existing['variants'][number]
type DraftVariant = ProductDraft['variants'][number]

/** `adds`: an earlier part of the file made this product, so what it made stays beside this part. */
export type How = { locationId: string; overwriteStock: boolean; adds: boolean }

/**
 * A draft as input for the product at its handle. What the file leaves empty stays as it is; stock is the file's for
 * new variants, and for others only when the import says so.
 */
export function draftInput(draft: ProductDraft, how: How, existing: Existing | undefined): ProductInput {
  const row = existing?.row
  const live = existing?.variants.filter((variant) => !variant.archivedAt) ?? []
  const drafted = draft.variants.map((variant) => variantInput(draft, variant, how, live))
  const kept = how.adds ? live.filter((one) => !draft.variants.some((variant) => isSame(one, variant))) : []
  return {
    id: row?.id,
    version: row?.version,
    handle: draft.handle,
    title: draft.title,
    description: draft.descriptionHtml || (row?.description ?? ''),
    vendor: draft.vendor ?? row?.vendor,
    productType: draft.productType ?? row?.product_type,
    state: draft.status,
    taxClass: draft.variants.every((variant) => !variant.taxable) ? 'zero' : taxClassOf(row?.tax_class),
    tags: draft.tags.length ? draft.tags : undefined,
    options: how.adds && row ? unite(row.options as Option[], draft.options) : draft.options,
    variants: nameSkus([...kept.map(asInput), ...drafted], draft.handle),
    seoTitle: draft.seoTitle ?? row?.seo_title,
    seoDescription: draft.seoDescription ?? row?.seo_description
  }
}

type TaxClass = NonNullable<ProductInput['taxClass']>
const taxClassOf = (known: string | undefined): TaxClass => (known as TaxClass | undefined) ?? 'standard'

const choiceOf = (values: readonly string[]) => values.join('\u0000')

const isSame = (row: Row, variant: DraftVariant): boolean =>
  variant.sku ? row.sku === variant.sku : choiceOf(row.optionValues) === choiceOf(variant.optionValues)

function variantInput(
  draft: ProductDraft,
  variant: DraftVariant,
  how: How,
  live: readonly Row[]
): VariantInput {
  const row =
    live.find((one) => one.sku === variant.sku) ??
    live.find((one) => choiceOf(one.optionValues) === choiceOf(variant.optionValues))
  const counted = variant.inventoryQuantity
  const stock =
    counted !== undefined && (how.overwriteStock || !row) ? { [how.locationId]: counted } : undefined
  return {
    sku: variant.sku ?? row?.sku ?? '',
    barcode: variant.barcode ?? row?.barcode,
    optionValues: variant.optionValues,
    price: variant.priceMinor,
    compareAt: variant.compareAtMinor,
    cost: variant.costMinor ?? row?.cost,
    grams: variant.grams ?? row?.grams ?? 0,
    requiresShipping: variant.requiresShipping,
    tracked: counted === undefined && row ? row.tracked : variant.tracked,
    continueSelling: variant.continueSelling,
    stock
  }
}

const asInput = (row: Row): VariantInput => row

/** The options of both parts, in the first's order; a name only one of them has is left for the schema to refuse. */
function unite(before: readonly Option[], now: readonly Option[]): Option[] {
  const names = [...new Set([...before, ...now].map((option) => option.name))]
  const valuesIn = (options: readonly Option[], name: string) =>
    options.find((option) => option.name === name)?.values ?? []
  return names.map((name) => ({
    name,
    values: [...new Set([...valuesIn(before, name), ...valuesIn(now, name)])]
  }))
}
