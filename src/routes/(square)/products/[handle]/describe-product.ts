import type { ProductPage, VariantView } from '#domain/catalog/index.ts'
import { exponentOf } from '#platform/money/index.ts'

type About = { url: string; currency: string; images: string[]; description: string }

/** A product as search engines and other networks read it (schema.org). */
export function describeProduct(product: ProductPage, about: About): Record<string, unknown> {
  const { variants, title, vendor } = product
  const common = {
    '@context': 'https://schema.org',
    name: title,
    url: about.url,
    description: about.description,
    image: about.images,
    ...(vendor && { brand: { '@type': 'Brand', name: vendor } })
  }
  const [only] = variants
  if (variants.length === 1 && only) return { ...common, '@type': 'Product', ...variantPart(only, about) }
  return {
    ...common,
    '@type': 'ProductGroup',
    productGroupID: product.id,
    variesBy: product.options.map(({ name }) => name),
    hasVariant: variants.map((variant) => ({
      '@type': 'Product',
      name: `${title}, ${variant.optionValues.join(', ')}`,
      image: about.images[0],
      ...variantPart(variant, about)
    }))
  }
}

function variantPart({ id, sku, barcode, price, available }: VariantView, { url, currency }: About) {
  const exponent = exponentOf(currency)
  return {
    sku,
    ...(barcode && /^(\d{8}|\d{12,14})$/.test(barcode) && { gtin: barcode }),
    offers: {
      '@type': 'Offer',
      url: `${url}?variant=${id}`,
      price: (price / 10 ** exponent).toFixed(exponent),
      priceCurrency: currency,
      itemCondition: 'https://schema.org/NewCondition',
      availability: `https://schema.org/${available ? 'InStock' : 'OutOfStock'}`
    }
  }
}
