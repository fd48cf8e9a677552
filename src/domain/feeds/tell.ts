import type { Goods } from './goods.ts'
import { itemOf, type TellingFeed } from './item.ts'
import { judge } from './judge.ts'
import { plainText } from './plain-text.ts'
import { specs } from './networks/index.ts'
import type { Value } from './networks/spec.ts'
import { isRefusal, type FeedProblem } from './problems.ts'
import type { FeedTerms } from './terms.ts'

/** One item in a network's own words: only the fields that say something, in the network's order. */
export type Told = readonly (readonly [name: string, value: Value])[]

export type Tale = {
  productId: string
  variantId: string
  itemId: string
  told: Told
  problems: FeedProblem[]
  /** Whether the network would refuse it: it is left out of the feed. */
  refused: boolean
}

/** A product's variants as this feed tells them; those its filter leaves out are not among them. */
export function tell(feed: TellingFeed, terms: FeedTerms, goods: Goods): Tale[] {
  const spec = specs[feed.network]
  const words = plainText(goods.description)
  const { inStockOnly, minPrice } = feed.settings
  const isWanted = (variant: Goods['variants'][number]) =>
    variant.price >= minPrice && !(inStockOnly && variant.tracked && variant.free <= 0)
  return goods.variants.filter(isWanted).map((variant) => {
    const telling = { feed, spec, terms, goods, words, variant }
    const item = itemOf(telling)
    const problems = judge(telling, item)
    const told = spec.fields.flatMap(([name, read]) => {
      const value = read(item)
      return value === null ? [] : [[name, value] as const]
    })
    const refused = problems.some(isRefusal)
    return { productId: goods.id, variantId: variant.id, itemId: item.id, told, problems, refused }
  })
}
