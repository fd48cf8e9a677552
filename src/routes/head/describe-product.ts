import type { Offer, Product, ProductGroup } from 'schema-dts'
import type { ProductPage, VariantView } from '#domain/catalog/index.ts'
import { exponentOf } from '#platform/money/index.ts'
import { textOfHtml } from '#platform/plain-text.ts'
import { traitOf, type Trait } from '#domain/feeds/index.ts'

type About = { url: string; currency: string; images: string[]; seller: string }

/** A sum as programs write it: 34.00. */
export function decimal(amount: number, currency: string): string {
  const exponent = exponentOf(currency)
  return (amount / 10 ** exponent).toFixed(exponent)
}

/** A product as search engines and other networks read it: one thing, or a group of its choices. */
export function describeProduct(product: ProductPage, about: About): Product | ProductGroup {
  const { variants, title, vendor } = product
  const common = {
    name: title,
    url: about.url,
    description: textOfHtml(product.description) || title,
    image: about.images,
    ...(vendor && { brand: { '@type': 'Brand' as const, name: vendor } })
  }
  const [only] = variants
  if (variants.length === 1 && only) {
    return { '@type': 'Product', ...common, ...choicePart(product, only), ...variantPart(only, about) }
  }
  const traits = product.options.flatMap(({ name }) => traitOf(name) ?? [])
  return {
    '@type': 'ProductGroup',
    ...common,
    productGroupID: product.id,
    ...(traits.length && { variesBy: traits.map((trait) => `https://schema.org/${trait}`) }),
    hasVariant: variants.map((variant) => ({
      '@type': 'Product' as const,
      name: `${title}, ${variant.optionValues.join(', ')}`,
      ...(about.images[0] && { image: imageOf(product, variant, about.images) }),
      ...choicePart(product, variant),
      ...variantPart(variant, about)
    }))
  }
}

/** The picture that shows this choice, else the first. */
const imageOf = ({ pictures }: ProductPage, { pictureId }: VariantView, images: string[]): string =>
  images[pictures.findIndex(({ id }) => id === pictureId)] ?? images[0]!

/** What a choice is by names that search engines know: its size, colour, material, pattern. */
const choicePart = (
  { options }: ProductPage,
  { optionValues }: VariantView
): Partial<Record<Trait, string>> =>
  Object.fromEntries(
    options.flatMap(({ name }, i) => {
      const [trait, value] = [traitOf(name), optionValues[i]]
      return trait && value ? [[trait, value]] : []
    })
  )

// Google refuses details of delivery without a time, and our ways of delivery have none that a program could read.
function variantPart({ id, sku, barcode, price, available, store }: VariantView, about: About) {
  const { url, currency, seller } = about
  const offers: Offer = {
    '@type': 'Offer',
    url: `${url}?variant=${id}`,
    price: decimal(price, currency),
    priceCurrency: currency,
    itemCondition: 'https://schema.org/NewCondition',
    availability: available ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
    seller: { '@type': 'Organization', name: store ?? seller }
  }
  return { sku, ...(barcode && /^(\d{8}|\d{12,14})$/.test(barcode) && { gtin: barcode }), offers }
}
