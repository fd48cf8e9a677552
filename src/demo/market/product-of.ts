import type { ProductInput } from '#domain/catalog/index.ts'
import type { DemoGood } from '../drawings/index.ts'
import { choicesOf, skuOf } from './sku.ts'

/** What a good costs at a time: reduced ones cost their full price first. */
type Prices = 'full' | 'reduced'

/** A large poster costs more than a small one. */
const extra = (choice: readonly string[]) => (choice.includes('50 × 70 cm') ? 2_000 : 0)

function priceOf(good: DemoGood, choice: readonly string[], prices: Prices) {
  const full = good.compareAtMinor ?? good.priceMinor
  if (prices === 'full') return { price: full + extra(choice), compareAt: null }
  return { price: good.priceMinor + extra(choice), compareAt: full + extra(choice) }
}

/** Where every colour has a picture of its own, a variant is shown in its colour. */
function pictureOf(good: DemoGood, choice: readonly string[], pictureIds: readonly string[]) {
  const at = good.options.findIndex(({ name }) => name === 'Colour')
  if (at < 0 || good.options[at]!.values.length !== pictureIds.length) return pictureIds[0]
  return pictureIds[good.options[at]!.values.indexOf(choice[at]!)]
}

type Shelving = { pictureIds: readonly string[]; collectionId: string; locationId: string }

/** A good of the demo as the studio's form would hand it over. */
export const productOf = (
  good: DemoGood,
  { pictureIds, collectionId, locationId }: Shelving,
  prices: Prices
): ProductInput => ({
  handle: good.handle,
  title: good.title.en,
  description: `<p>${good.description.en}</p>`,
  vendor: good.vendor,
  productType: good.type,
  state: 'active',
  tags: [...good.tags],
  collectionIds: [collectionId],
  pictures: pictureIds.map((id) => ({ id, alt: good.title.en })),
  options: good.options.map(({ name, values }) => ({ name, values: [...values] })),
  variants: choicesOf(good.options).map((choice) => ({
    ...priceOf(good, choice, prices),
    sku: skuOf(good.handle, choice),
    optionValues: choice,
    cost: Math.round(good.priceMinor * 0.38),
    grams: good.weightGrams,
    pictureId: pictureOf(good, choice, pictureIds),
    ...(prices === 'full' && { stock: { [locationId]: stockOf(good, choice) } })
  }))
})

/** What people say is nearly gone, is. */
const SCARCE: Readonly<Record<string, number>> = {
  'CHILDREN-BOTTLE': 13,
  'HERRING-TEE-M-ORANGE': 9,
  'GULL-TEE-L': 3,
  'POM-BEANIE': 12
}

/** What came before the story began: what is left today, and about what is sold until then. */
function stockOf(good: DemoGood, choice: readonly string[]): number {
  const today = good.stock(choice)
  if (today === 0) return 0
  return SCARCE[skuOf(good.handle, choice)] ?? Math.round(today * 1.1) + 3
}
