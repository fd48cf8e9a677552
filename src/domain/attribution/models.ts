import { prorate } from '#platform/money/index.ts'

/** How an order's credit may be shared. Last touch is the one our results show; the others stand beside it. */
export const MODELS = ['last_touch', 'first_touch', 'linear', 'time_decay', 'position_based'] as const
export type Model = (typeof MODELS)[number]

/** A touch earns credit when it came at most this long before the order. */
export const LOOKBACK_DAYS = 7

/** Time decay halves a touch's weight every seven days. */
const HALF_LIFE_MS = 7 * 86_400_000

/** Credits are whole hundred-millionths, as the database keeps them, so that they add up to exactly 1. */
const UNITS = 100_000_000

export type Touchpoint = { touchedAt: Date }

type Weigh = (touches: readonly Touchpoint[], orderedAt: Date) => number[]

const WEIGHTS: Record<Model, Weigh> = {
  last_touch: (touches) => touches.map((_, i) => (i === touches.length - 1 ? 1 : 0)),
  first_touch: (touches) => touches.map((_, i) => (i === 0 ? 1 : 0)),
  linear: (touches) => touches.map(() => 1),
  time_decay: (touches, orderedAt) =>
    touches.map(({ touchedAt }) => 2 ** ((touchedAt.getTime() - orderedAt.getTime()) / HALF_LIFE_MS)),
  position_based: (touches) => touches.map((_, i) => weightByPosition(i, touches.length))
}

/** 40 % to the first, 40 % to the last, 20 % shared by those between; two share evenly. */
function weightByPosition(i: number, n: number): number {
  if (n <= 2) return 1
  return i === 0 || i === n - 1 ? 0.4 : 0.2 / (n - 2)
}

/** Each touch's part of one order, in the touches' order (oldest first). The parts add up to exactly 1. */
export function share(model: Model, touches: readonly Touchpoint[], orderedAt: Date): number[] {
  return prorate(UNITS, WEIGHTS[model](touches, orderedAt)).map((units) => units / UNITS)
}
