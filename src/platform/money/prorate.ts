/**
 * Splits `total` minor units over `weights` by largest remainder, so that the parts add up to exactly `total`.
 * Parts follow the weights' order; with no weight at all the first part takes everything.
 */
export function prorate(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (weights.length === 0) return []
  if (sum === 0) return weights.map((_, i) => (i === 0 ? total : 0))
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.trunc)
  const missing = total - parts.reduce((a, b) => a + b, 0)
  const order = exact
    .map((value, i) => ({ i, rest: Math.abs(value - Math.trunc(value)) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (let n = 0; n < Math.abs(missing); n++) parts[order[n % order.length]!.i]! += Math.sign(missing)
  return parts
}
