/** How many of each variant the demo shop has: middle sizes most, and now and then none. */
import { fingerprint } from '../random.ts'

export type StockRule = (variant: readonly string[]) => number

const SHARE: Readonly<Record<string, number>> = { S: 0.6, M: 1, L: 0.9, XL: 0.6, XXL: 0.3 }

/** About `most` of the best selling size, fewer of the others; any value in `gone` is sold out. */
export function sized(most: number, gone: readonly string[] = []): StockRule {
  return (variant) => {
    if (variant.some((value) => gone.includes(value))) return 0
    const share = variant.reduce((so, value) => so * (SHARE[value] ?? 1), 1)
    const wobble = parseInt(fingerprint(variant.join('/')).slice(-2), 36) % 5
    return Math.max(1, Math.round(most * share) - wobble)
  }
}

/** The same number of every variant. */
export const each =
  (count: number): StockRule =>
  () =>
    count
