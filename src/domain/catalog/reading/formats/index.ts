// The kinds of product files we know, each told by its headings.
import { feed } from './feed.ts'
import type { Format, FormatName } from './format.ts'
import { medusa } from './medusa.ts'
import { shopifyScore } from './shopify.ts'
import { woocommerce } from './woocommerce.ts'

export { FORMAT_NAMES } from './format.ts'
export type { Format, FormatName, Opened, OpenOptions } from './format.ts'

/** Those whose rows may stand apart, and are put into our words before they are read. */
const GATHERING: readonly Format[] = [woocommerce, feed, medusa]

export const findFormat = (name: FormatName): Format | undefined => GATHERING.find((one) => one.name === name)

/** The format most of the headings belong to, and how many do; where none fits, none. */
export function guessFormat(headings: string[]): { format?: FormatName; score: number } {
  const trimmed = headings.map((heading) => heading.trim())
  const tries: { format: FormatName; score: number }[] = [
    { format: 'shopify', score: shopifyScore(trimmed) },
    ...GATHERING.map((one) => ({ format: one.name, score: one.score(trimmed) }))
  ]
  const best = tries.reduce((one, next) => (next.score > one.score ? next : one))
  return best.score ? best : { score: 0 }
}
