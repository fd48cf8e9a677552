import { slug } from './reading/slug.ts'

type Named = { sku: string; optionValues: string[] }

/** A variant without a SKU is called after its product and choice, the same every time it is asked. */
export function nameSkus<V extends Named>(variants: readonly V[], handle: string): V[] {
  const taken = new Set(variants.map((variant) => variant.sku))
  return variants.map((variant) => {
    if (variant.sku) return variant
    const name = [handle, ...variant.optionValues.map(slug).filter(Boolean)].join('.').slice(0, 240)
    let sku = name
    for (let n = 2; taken.has(sku); n++) sku = `${name}-${n}`
    taken.add(sku)
    return { ...variant, sku }
  })
}
