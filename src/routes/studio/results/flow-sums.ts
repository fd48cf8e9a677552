import type { FlowLane } from '#domain/metrics/index.ts'
import { ratio } from '#domain/metrics/measures.ts'

const MOST_LANES = 6

/** The widest lanes by themselves, the rest together as elsewhere; likes are unknown there if any are. */
export function gatherLanes(lanes: readonly FlowLane[]): FlowLane[] {
  if (lanes.length <= MOST_LANES) return [...lanes]
  const [head, rest] = [lanes.slice(0, MOST_LANES - 1), lanes.slice(MOST_LANES - 1)]
  const sum = (of: 'clicks' | 'carts' | 'orders' | 'revenue') => rest.reduce((n, lane) => n + lane[of], 0)
  const likes = rest.some((lane) => lane.likes === null) ? null : rest.reduce((n, lane) => n + lane.likes!, 0)
  const counts = {
    clicks: sum('clicks'),
    carts: sum('carts'),
    orders: sum('orders'),
    revenue: sum('revenue')
  }
  return [...head, { network: 'other', likes, ...counts }]
}

/** The sums over all networks, and each stage as a share of the one before; null where it cannot be said. */
export function sumLanes(lanes: readonly FlowLane[]) {
  const sum = (of: 'likes' | 'clicks' | 'carts' | 'orders' | 'revenue', some = lanes) =>
    some.reduce((n, lane) => n + (lane[of] ?? 0), 0)
  const told = lanes.filter((lane) => lane.likes !== null)
  const [likes, clicks, carts, orders] = [sum('likes'), sum('clicks'), sum('carts'), sum('orders')]
  const share = (part: number, whole: number) => {
    const portion = ratio(part, whole)
    return portion !== null && portion <= 1 ? portion : null
  }
  return {
    ...{ likes, clicks, carts, orders, revenue: sum('revenue') },
    missing: lanes.filter((lane) => lane.likes === null).map((lane) => lane.network),
    shares: {
      clicks: share(sum('clicks', told), likes),
      carts: share(carts, clicks),
      orders: share(orders, carts)
    }
  }
}
