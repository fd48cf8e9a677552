import type { StoreKind } from './schema.ts'

/** Some copy the number, some the whole identifier that Shopify's API tells. */
const GID = /^gid:\/\/shopify\/ProductVariant\/(\d+)$/

/**
 * What a store calls a variant, as its cart links and its orders spell it: a number for Shopify and WooCommerce, a short
 * text for UCP. Undefined when it can be none of theirs.
 */
export function readOutsideId(kind: StoreKind, text: string): string | undefined {
  const id = text.trim()
  if (kind === 'shopify') return numbered(GID.exec(id)?.[1] ?? id)
  if (kind === 'woocommerce') return numbered(id)
  if (!id || id.length > 200 || /\p{Cc}/u.test(id) || !id.isWellFormed()) return undefined
  return id
}

const numbered = (id: string) => (/^[1-9]\d{0,19}$/.test(id) ? id : undefined)
