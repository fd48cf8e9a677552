import { isProductHeader, readHeader } from '../header.ts'

/** How many headings are Shopify's or plain words for the same; such rows are read as they stand. */
export function shopifyScore(headings: string[]): number {
  const header = readHeader(headings)
  return isProductHeader(header) ? Object.keys(header.columns).length : 0
}
