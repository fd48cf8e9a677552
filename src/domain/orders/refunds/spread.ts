import { prorate } from '#platform/money/index.ts'

/** What a line still earns, and how much of that the pieces that came back were worth. */
type Line = { left: number; returned: number }

const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0)

/**
 * Which lines no longer earn `net`, to the cent: those that came back, as far as their worth goes; what is given
 * beyond them, or without them, is borne by all lines in proportion to what each still earns.
 */
export function spread(net: number, lines: readonly Line[]): number[] {
  const own = lines.map(({ left, returned }) => Math.min(left, returned))
  const beyond = net - sum(own)
  if (beyond <= 0) return prorate(net, own)
  const rest = prorate(
    beyond,
    lines.map(({ left }, i) => left - own[i]!)
  )
  return own.map((part, i) => part + rest[i]!)
}
