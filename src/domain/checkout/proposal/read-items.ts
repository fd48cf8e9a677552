import { MOST_LINES, MOST_OF_ONE } from '#domain/carts/schema.ts'
import { readToken } from '#platform/item-token.ts'

export type Item = { sku: string; quantity: number }

/**
 * Reads goods out of an address: SKU:2,OTHER:1 with a quantity of 1 where none is named. What makes no sense is left
 * out, an identifier may be encoded ("~"), the same SKU adds up, quantities end at 99 and lists at 50.
 */
export function readItems(text: string | null): Item[] {
  const items = new Map<string, number>()
  for (const part of (text ?? '').slice(0, 10_000).split(',')) {
    const [, token = '', count] = /^\s*(.{1,300}?)(?:\s*:\s*(-?\d{1,9}))?\s*$/su.exec(part) ?? []
    const sku = readToken(token)
    const quantity = count === undefined ? 1 : Number(count)
    if (!sku || quantity < 1 || items.size >= MOST_LINES) continue
    items.set(sku, Math.min(MOST_OF_ONE, quantity + (items.get(sku) ?? 0)))
  }
  return [...items].map(([sku, quantity]) => ({ sku, quantity }))
}
