import type { Telling } from './item.ts'
import type { Label } from './schema.ts'

const NEW_MS = 30 * 86_400_000
const LOW = 5

/** What each label says of a variant. The words are for the network's campaigns, the same in every language. */
const READ: Record<Label, (telling: Telling) => string | false | null> = {
  none: () => null,
  rising: ({ terms, goods }) => terms.rising.has(goods.id) && 'rising',
  bestseller: ({ terms, goods }) => terms.bestsellers.has(goods.id) && 'bestseller',
  new: ({ terms, goods }) => terms.now.getTime() - goods.createdAt.getTime() < NEW_MS && 'new',
  sale: ({ variant: { price, compareAt } }) => compareAt !== null && compareAt > price && 'sale',
  low_stock: ({ variant: { tracked, free } }) => tracked && free > 0 && free < LOW && 'low_stock',
  type: ({ goods }) => goods.productType,
  collection: ({ goods }) => goods.collection
}

/** The five custom labels of a variant; one that says nothing is empty. */
export const labelsOf = (telling: Telling): string[] =>
  telling.feed.settings.labels.map((label) => READ[label](telling) || '')
