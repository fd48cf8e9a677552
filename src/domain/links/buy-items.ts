import { readToken, writeToken } from '#platform/item-token.ts'

const MOST_LINES = 50
const MOST_OF_ONE = 99

/** So many of a variant, by its SKU. */
export type BuyItem = { sku: string; quantity: number }

/**
 * Reads `SKU:2,OTHER:1` as people and other shops' links write it: a quantity may be missing (one), blanks do not
 * matter, the same SKU twice adds up; a "~" begins an encoded identifier. Undefined when it cannot be meant: no SKU, no whole number from 1 to 99, more
 * than 50 lines.
 */
export function parseBuyItems(text: string): BuyItem[] | undefined {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean)
  if (parts.length === 0 || parts.length > MOST_LINES) return undefined
  const items = new Map<string, number>()
  for (const part of parts) {
    const read = /^(.{1,300}?)(?:\s*:\s*(\d{1,3}))?$/su.exec(part)
    const [, token = '', count = '1'] = read ?? []
    const quantity = Number(count)
    const sku = readToken(token)
    if (
      !sku ||
      (token.includes(':') && sku === token) ||
      sku.length > 200 ||
      /\p{Cc}/u.test(sku) ||
      quantity < 1 ||
      quantity > MOST_OF_ONE
    )
      return undefined
    items.set(sku, Math.min(MOST_OF_ONE, quantity + (items.get(sku) ?? 0)))
  }
  return [...items].map(([sku, quantity]) => ({ sku, quantity }))
}

// What would be read as something else in a list.
const UNCLEAR = /[,;:~]|^\s|\s$/

/** Goods as one text, which `parseBuyItems` reads back the same. */
export const writeBuyItems = (items: readonly BuyItem[]): string =>
  items.map(({ sku, quantity }) => `${UNCLEAR.test(sku) ? writeToken(sku) : sku}:${quantity}`).join(',')

/** The page that proposes these goods as a cart, with the first of the coupons that holds. Opening it changes nothing. */
export function buyPath(
  items: readonly BuyItem[],
  coupons: string | readonly string[] | null = null
): string {
  const query = new URLSearchParams({ items: writeBuyItems(items) })
  for (const coupon of [coupons ?? []].flat()) if (coupon) query.append('coupon', coupon)
  return `/cart?${query}`
}
